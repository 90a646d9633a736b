package dev.opensync.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Keeps the embedder this server uses, made when first asked for. */
@ApplicationScoped
public class Embedders {

    /** Empty while meaning is switched off or its model cannot be loaded. */
    public Optional<Embedder> current() {
        return Optional.empty();
    }
}
