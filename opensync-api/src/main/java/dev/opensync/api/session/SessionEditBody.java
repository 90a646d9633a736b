package dev.opensync.api.session;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.editing.SessionEdit;
import dev.opensync.shared.OpenSyncException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be changed of a session: members that are not there stay, a title of {@code null} is the tool's again. */
final class SessionEditBody {

    private static final String TITLE = "title";
    private static final String EVAL_READY = "evalReady";
    private static final Set<String> NAMES = Set.of(TITLE, EVAL_READY);

    /** Width of the column. */
    private static final int MAX_TITLE = 4096;

    private SessionEditBody() {}

    /** Fails with {@code INVALID}, also for a body that changes nothing. */
    static SessionEdit parse(byte[] body) {
        JsonValue json = JsonValue.parse(body);
        Map<String, JsonValue> members = json.isObject() ? json.members() : Map.of();
        if (members.isEmpty() || !NAMES.containsAll(members.keySet())) {
            throw OpenSyncException.invalid("The body must be an object with title, evalReady or both");
        }
        return new SessionEdit(title(members.get(TITLE), JsonFields.of(json)), evalReady(members.get(EVAL_READY)));
    }

    private static @Nullable String title(@Nullable JsonValue value, JsonFields fields) {
        if (value == null || value.isNull()) {
            return value == null ? null : "";
        }
        String title = value.isText() ? fields.text(TITLE) : null;
        if (title == null || title.codePointCount(0, title.length()) > MAX_TITLE) {
            throw OpenSyncException.invalid("title must be null or text of at most " + MAX_TITLE + " characters");
        }
        return title;
    }

    private static @Nullable Boolean evalReady(@Nullable JsonValue value) {
        if (value == null) {
            return null;
        }
        return switch (value.rawText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw OpenSyncException.invalid("evalReady must be true or false");
        };
    }
}
