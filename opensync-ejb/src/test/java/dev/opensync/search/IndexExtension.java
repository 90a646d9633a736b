package dev.opensync.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the constructor of a test class a real index: one for all its tests, but empty for each. */
final class IndexExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(IndexExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path directory = Files.createTempDirectory("index");
        context.getStore(NAMESPACE).put(OpenIndex.class, new OpenIndex(TestHomes.open(directory), directory));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SearchIndex.class;
    }

    @Override
    public SearchIndex resolveParameter(ParameterContext parameter, ExtensionContext context) {
        OpenIndex open = Objects.requireNonNull(context.getStore(NAMESPACE).get(OpenIndex.class, OpenIndex.class));
        open.index().removeAll();
        return open.index();
    }

    /** Closed after the last test of the class. */
    private record OpenIndex(SearchIndex index, Path directory) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            index.close();
            IOUtils.rm(directory);
        }
    }
}
