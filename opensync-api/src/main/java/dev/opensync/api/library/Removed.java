package dev.opensync.api.library;

/** Answer to the removal of a kept thing: {@code ok} is always true. */
public record Removed(boolean ok, String id) {

    static Removed of(String id) {
        return new Removed(true, id);
    }
}
