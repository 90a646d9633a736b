package dev.opensync.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of an ordered list, and the cursor of the stretch after it. */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /** {@code next} is null on the last page. */
    @Override
    public @Nullable Cursor next() {
        return next;
    }
}
