package dev.opensync.web.faces;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/** Appends a checksum to the addresses of the console's own files, so that a browser reads a changed one anew. */
public class VersionedResources extends ResourceHandlerWrapper {

    private static final String LIBRARY = "opensync";

    private final ConcurrentMap<String, String> versions = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public @Nullable Resource createResource(String resourceName, @Nullable String libraryName) {
        return versioned(super.createResource(resourceName, libraryName));
    }

    @Override
    public @Nullable Resource createResource(
            String resourceName, @Nullable String libraryName, @Nullable String contentType) {
        return versioned(super.createResource(resourceName, libraryName, contentType));
    }

    private @Nullable Resource versioned(@Nullable Resource resource) {
        return resource != null && LIBRARY.equals(resource.getLibraryName()) ? new Versioned(resource) : resource;
    }

    private static String checksum(Resource resource) {
        CRC32 checksum = new CRC32();
        try (InputStream content = new CheckedInputStream(resource.getInputStream(), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(checksum.getValue());
    }

    private final class Versioned extends ResourceWrapper {

        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            String version = versions.get(getResourceName());
            if (version == null) {
                // Not computeIfAbsent: reading a style sheet asks for the addresses of its fonts.
                version = checksum(getWrapped());
                versions.put(getResourceName(), version);
            }
            return path + (path.contains("?") ? "&" : "?") + "v=" + version;
        }
    }
}
