package dev.opensync.api.http;

import dev.opensync.session.SessionSource;
import dev.opensync.shared.Cursor;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The query parameters that all lists of sessions have; what cannot be used fails with {@code INVALID}. */
public abstract class ListParameters {

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("model")
    @Nullable
    String model;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    public int limit() {
        return PageLimit.parse(limit);
    }

    public @Nullable Cursor cursor() {
        return cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor);
    }

    protected @Nullable String source() {
        return SessionSource.normalise(source);
    }

    protected @Nullable String project() {
        return emptyToNull(project);
    }

    protected @Nullable String model() {
        return emptyToNull(model);
    }

    protected @Nullable Instant from() {
        return Bounds.from("from", from);
    }

    protected @Nullable Instant until() {
        return Bounds.until("to", to);
    }

    protected static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Separated by commas. */
    public static List<String> words(@Nullable String text) {
        return Stream.of(Objects.requireNonNullElse(text, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.toUnmodifiableList());
    }
}
