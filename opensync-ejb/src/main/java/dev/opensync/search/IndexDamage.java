package dev.opensync.search;

import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.hibernate.search.util.common.SearchException;

/** Whether the files of an index can no longer be read, as far as anybody who used them has noticed. */
final class IndexDamage implements FailureHandler {

    private static final Logger LOG = System.getLogger(IndexDamage.class.getName());

    private static final List<Class<? extends IOException>> KINDS = List.of(
            CorruptIndexException.class,
            IndexFormatTooOldException.class,
            IndexFormatTooNewException.class,
            NoSuchFileException.class,
            EOFException.class);

    private volatile boolean noticed;

    boolean isNoticed() {
        return noticed;
    }

    /** Of the index, not of what is written: a full disk is no damage, nor is another process that writes there. */
    static boolean isIn(Throwable failure) {
        return failure instanceof SearchException
                && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .anyMatch(cause -> KINDS.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    void notice(SearchException failure) {
        noticed |= isIn(failure);
    }

    /** In the background, where nobody else sees it: while merging, for example. */
    @Override
    public void handle(FailureContext context) {
        LOG.log(Level.WARNING, "The search index failed: " + context.failingOperation(), context.throwable());
        notice(new SearchException(context.throwable()));
    }

    /** Also seen by whoever writes. */
    @Override
    public void handle(EntityIndexingFailureContext context) {
        notice(new SearchException(context.throwable()));
    }
}
