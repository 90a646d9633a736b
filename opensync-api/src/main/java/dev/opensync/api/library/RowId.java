package dev.opensync.api.library;

import dev.opensync.shared.OpenSyncException;

/** The id of a kept thing as it stands in an address. */
final class RowId {

    private RowId() {}

    /** Fails with {@code NOT_FOUND} for text that no answer of ours has given out. */
    static long parse(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw OpenSyncException.notFound("There is nothing with this id");
        }
        return Long.parseLong(text);
    }
}
