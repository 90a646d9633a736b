package dev.opensync.session;

import dev.opensync.shared.TokenUsage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a coding tool, as far as its plugin has told us.
 *
 * <p>Created by the first session or message that names its external id, it grows with every later one. Early reports are
 * poor (no title, no totals) and later ones enrich them; the rules are in {@code sync.SessionRow}, which writes this table
 * in bulk. Here it is read, and edited one at a time by its owner.
 */
@Entity
@Table(name = "coding_session")
public class CodingSession {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "external_id")
    private String externalId;

    private @Nullable String title;

    @Column(name = "own_title")
    private @Nullable String ownTitle;

    @Column(name = "project_path")
    private @Nullable String projectPath;

    @Column(name = "project_name")
    private @Nullable String projectName;

    private @Nullable String model;

    private @Nullable String provider;

    private String source;

    @Column(name = "prompt_tokens")
    private long promptTokens;

    @Column(name = "completion_tokens")
    private long completionTokens;

    @Column(name = "message_prompt_tokens")
    private long messagePromptTokens;

    @Column(name = "message_completion_tokens")
    private long messageCompletionTokens;

    @Column(name = "total_tokens", insertable = false, updatable = false)
    private long totalTokens;

    @Column(name = "cost_micros")
    private long costMicros;

    @Column(name = "duration_ms")
    private @Nullable Long durationMs;

    @Column(name = "shown_duration_ms", insertable = false, updatable = false)
    private long shownDurationMs;

    @Column(name = "message_count")
    private int messageCount;

    @Column(name = "is_public")
    private boolean isPublic;

    @Column(name = "eval_ready")
    private boolean evalReady;

    private @Nullable String metadata;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "updated_ms")
    private long updatedMs;

    @Column(name = "synced_ms")
    private long syncedMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CodingSession() {}

    public long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public long updatedMs() {
        return updatedMs;
    }

    long createdMs() {
        return createdMs;
    }

    long totalTokens() {
        return totalTokens;
    }

    long costMicros() {
        return costMicros;
    }

    long shownDurationMs() {
        return shownDurationMs;
    }

    int messageCount() {
        return messageCount;
    }

    StoredSession toStored(SessionMarks marks) {
        return new StoredSession(id, accountId, toSummary(), marks);
    }

    /** Totals come from the tool alone; where it never sent any, the sum over its messages stands in for them. */
    public SessionSummary toSummary() {
        TokenUsage reported = new TokenUsage(promptTokens, completionTokens);
        TokenUsage ofMessages = new TokenUsage(messagePromptTokens, messageCompletionTokens);
        boolean estimated = reported.total() == 0 && ofMessages.total() > 0;
        return new SessionSummary(
                publicId,
                externalId,
                ownTitle == null ? title : ownTitle,
                projectPath,
                projectName,
                model,
                provider,
                source,
                estimated ? ofMessages : reported,
                estimated,
                ofMessages,
                costMicros,
                durationMs,
                messageCount,
                isPublic,
                evalReady,
                metadata,
                Instant.ofEpochMilli(createdMs),
                Instant.ofEpochMilli(updatedMs));
    }

    LastSync toLastSync() {
        return new LastSync(Instant.ofEpochMilli(syncedMs), source);
    }
}
