package dev.opensync.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A failure the caller may see: it reaches the edge unwrapped and rolls the transaction back. */
@ApplicationException(rollback = true)
public final class OpenSyncException extends RuntimeException {

    private final ErrorCode code;
    private final String reason;
    private final transient List<Object> values;

    private OpenSyncException(ErrorCode code, String message, String reason, List<Object> values) {
        super(message);
        this.code = code;
        this.reason = reason;
        this.values = List.copyOf(values);
    }

    /** {@code message} is shown to the caller: plain words, nothing secret. */
    public static OpenSyncException of(ErrorCode code, String message) {
        return new OpenSyncException(code, message, "", List.of());
    }

    /** With a name, by which pages tell it in the language of their reader, and the values that belong into that text. */
    public OpenSyncException as(String newReason, Object... newValues) {
        return new OpenSyncException(code, getMessage(), newReason, List.of(newValues));
    }

    public static OpenSyncException notFound(String message) {
        return of(ErrorCode.NOT_FOUND, message);
    }

    public static OpenSyncException invalid(String message) {
        return of(ErrorCode.INVALID, message);
    }

    public ErrorCode code() {
        return code;
    }

    /** Empty for what no page tells anybody. */
    public String reason() {
        return reason;
    }

    /** In the order in which the text of the reason counts them. */
    public List<Object> values() {
        return values;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
