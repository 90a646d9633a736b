package dev.opensync.api.session;

import dev.opensync.api.http.ServerVersion;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Tags of whole sessions by what is known without reading them: every change of a message is a change of its session. */
@ApplicationScoped
public class SessionTags {

    private static final int TAG_BYTES = 16;

    /** Two changes within one millisecond look the same, so the tag waits until no second one can follow. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    @Inject
    InstantSource clock;

    @Inject
    ServerVersion version;

    /** {@code form}: in which the session is written; null for a session that has just changed. */
    public @Nullable EntityTag of(SessionSummary session, String form) {
        if (session.updatedAt().plus(SETTLED).isAfter(clock.instant())) {
            return null;
        }
        String state = String.join("\n", version.text(), form, session.toString());
        byte[] hash = Sha256.digest().digest(state.getBytes(StandardCharsets.UTF_8));
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES));
        return new EntityTag(text, true);
    }
}
