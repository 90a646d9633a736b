package dev.opensync.launcher;

/** A reason not to run that the person at the terminal can act on; its message is the one line they see. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
