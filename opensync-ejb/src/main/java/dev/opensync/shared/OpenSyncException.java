package dev.opensync.shared;

import jakarta.ejb.ApplicationException;

/** A failure the caller may see: it reaches the edge unwrapped and rolls the transaction back. */
@ApplicationException(rollback = true)
public final class OpenSyncException extends RuntimeException {

    private final ErrorCode code;

    private OpenSyncException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** {@code message} is shown to the caller: plain words, nothing secret. */
    public static OpenSyncException of(ErrorCode code, String message) {
        return new OpenSyncException(code, message);
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

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
