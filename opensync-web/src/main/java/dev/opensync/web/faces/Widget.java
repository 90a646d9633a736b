package dev.opensync.web.faces;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJBException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that fails by itself and leaves the others as they are.
 *
 * @param value null if it could not be read; why is in the log
 */
public record Widget<T>(@Nullable T value) {

    private static final Logger LOG = System.getLogger(Widget.class.getName());

    public static <T> Widget<T> read(Supplier<T> query) {
        try {
            return new Widget<>(query.get());
        } catch (EJBException | OpenSyncException e) {
            LOG.log(Level.ERROR, "A part of a page could not be read", e);
            return new Widget<>(null);
        }
    }

    /** What is made of the value, by another query as well; failed if this one is. */
    public <R> Widget<R> then(Function<T, R> next) {
        return value == null ? new Widget<>(null) : read(() -> next.apply(value));
    }

    /** Another part made with the value; failed if this one is. */
    public <R> Widget<R> and(Function<T, Widget<R>> next) {
        return value == null ? new Widget<>(null) : next.apply(value);
    }

    public boolean failed() {
        return value == null;
    }
}
