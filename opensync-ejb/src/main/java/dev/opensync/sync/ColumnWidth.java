package dev.opensync.sync;

import org.jspecify.annotations.Nullable;

/** Widths of the columns that hold names, in characters. A longer name is cut: losing its end beats losing the report. */
enum ColumnWidth {
    TITLE(4096),
    PROJECT_PATH(2048),
    PROJECT_NAME(512),
    MODEL(255),
    PROVIDER(255),
    SOURCE(128),
    TYPE(190);

    private final int maxCodePoints;

    ColumnWidth(int maxCodePoints) {
        this.maxCodePoints = maxCodePoints;
    }

    @Nullable
    String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    String cut(String text) {
        return text.codePointCount(0, text.length()) <= maxCodePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, maxCodePoints));
    }
}
