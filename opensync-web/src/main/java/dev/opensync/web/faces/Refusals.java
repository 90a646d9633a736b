package dev.opensync.web.faces;

import dev.opensync.shared.OpenSyncException;

/** Why something was not done, in the language of the reader. */
public final class Refusals {

    private Refusals() {}

    /** In English, as programs read it, where pages have no text for the reason. */
    public static String text(OpenSyncException refused) {
        String key = "refused_" + refused.reason();
        if (!PageTexts.has(key)) {
            return refused.getMessage();
        }
        return PageTexts.get(
                key, refused.values().stream().map(Refusals::written).toArray());
    }

    private static Object written(Object value) {
        return value instanceof Integer number ? Formats.grouped(number) : value;
    }
}
