package dev.opensync.sharing;

import dev.opensync.session.TranscriptMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a session, to visitors or to its owner beforehand.
 *
 * @param sessionId the public id
 * @param projectPath to be hidden
 * @param isPreview whether it is its owner who looks
 * @param withPassword whether visitors must know a password
 */
public record Exhibit(
        long accountId,
        String sessionId,
        @Nullable String projectPath,
        boolean withSecrets,
        int lastSequence,
        boolean isPreview,
        boolean withPassword) {

    Redaction redaction() {
        return Redaction.of(projectPath, withSecrets, secret -> {});
    }

    /** Visitors do not learn the id of the session: two of its addresses should not tell that they belong together. */
    TranscriptMessage shown(Redaction redaction, TranscriptMessage message) {
        return redaction.of(message, isPreview ? message.id() : Integer.toString(message.sequence()));
    }
}
