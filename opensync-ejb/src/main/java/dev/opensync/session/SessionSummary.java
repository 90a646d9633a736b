package dev.opensync.session;

import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One session without its messages.
 *
 * @param id the public id, 32 lower-case hex digits
 * @param externalId the id the coding tool gave it, unique within the account
 * @param title of the owner, else of the tool
 * @param source normalised name of the sender, any text
 * @param tokens totals as reported; if none were, the sum over the messages
 * @param tokensEstimated true if {@code tokens} is that sum
 * @param messageTokens that sum in any case; tools count it in other ways than the totals
 * @param costMicros millionths of a US dollar
 * @param durationMs null if never reported
 * @param evalReady chosen by the owner for evaluations
 * @param metadata everything else the tool sent, as the text of a JSON object; null if nothing
 */
public record SessionSummary(
        String id,
        String externalId,
        @Nullable String title,
        @Nullable String projectPath,
        @Nullable String projectName,
        @Nullable String model,
        @Nullable String provider,
        String source,
        TokenUsage tokens,
        boolean tokensEstimated,
        TokenUsage messageTokens,
        long costMicros,
        @Nullable Long durationMs,
        int messageCount,
        boolean isPublic,
        boolean evalReady,
        @Nullable String metadata,
        Instant createdAt,
        Instant updatedAt) {

    private static final Pattern TEST_ID = Pattern.compile("(cursor-)?test-\\d{10,}");

    /** Whether it is what a plugin sent to try the connection, and nothing came after it. */
    public boolean isConnectionTest() {
        return messageCount <= 1 && TEST_ID.matcher(externalId).matches();
    }
}
