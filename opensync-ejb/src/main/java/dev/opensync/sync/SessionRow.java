package dev.opensync.sync;

import dev.opensync.session.SessionSource;
import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageBucket;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code coding_session} while its lock is held, and the rules by which reports change it: what was not said stays,
 * placeholders and zeros never replace real values, totals replace totals.
 */
final class SessionRow {

    private static final Pattern LAST_FOLDER = Pattern.compile("([^/\\\\]+)[/\\\\]*$");

    final long accountId;
    final String externalId;

    /** Created by this transaction, so no sum counts it yet. */
    boolean isNew;

    long id;
    String publicId = "";

    /** Of the tool; the owner may have put another in front of it. */
    @Nullable
    String title;

    @Nullable
    String projectPath;

    @Nullable
    String projectName;

    @Nullable
    String model;

    @Nullable
    String provider;

    String source = SessionSource.DEFAULT;
    boolean sourceGiven;
    long promptTokens;
    long completionTokens;
    long messagePromptTokens;
    long messageCompletionTokens;
    long costMicros;

    @Nullable
    Long durationMs;

    int messageCount;
    int nextSequence = 1;

    @Nullable
    String metadata;

    long createdMs;
    boolean createdGiven;
    long updatedMs;

    SessionRow(long accountId, String externalId) {
        this.accountId = accountId;
        this.externalId = externalId;
    }

    /** Returns whether anything changed; the caller then moves {@code updatedMs}. */
    boolean apply(SessionUpsert upsert) {
        Object before = comparable();
        applySource(upsert.source());
        title = SessionTitle.choose(title, upsert.title(), source);
        projectPath = known(projectPath, upsert.projectPath());
        projectName = known(projectName, projectName(upsert));
        model = known(model, upsert.model());
        provider = known(provider, upsert.provider());
        promptTokens = positive(promptTokens, upsert.promptTokens());
        completionTokens = positive(completionTokens, upsert.completionTokens());
        costMicros = positive(costMicros, upsert.costMicros());
        applyCreation(upsert.createdAtMs());
        applyDuration(upsert);
        metadata = ExtraFields.merge(metadata, upsert.extra());
        return !before.equals(comparable());
    }

    /** What a message tells about the session it belongs to. */
    void applyNewMessage(MessageUpsert message, long nowMs) {
        if (!sourceGiven) {
            applySource(message.source());
        }
        if (model == null || SessionTitle.isPlaceholder(model)) {
            model = known(model, message.model());
        }
        Long sentMs = message.createdAtMs();
        if (!createdGiven && sentMs != null) {
            createdMs = Math.min(createdMs, Math.min(sentMs, nowMs));
        }
        messageCount++;
    }

    UsageBucket bucket() {
        return UsageBucket.of(
                accountId, createdMs, source, provider, model, projectName == null ? projectPath : projectName);
    }

    Usage usage() {
        return new Usage(
                1, messageCount, promptTokens, completionTokens, costMicros, durationMs == null ? 0 : durationMs);
    }

    private void applySource(@Nullable String incoming) {
        String normalised = SessionSource.normalise(incoming);
        if (normalised != null) {
            source = normalised;
            sourceGiven = true;
        }
    }

    /** A creation time of our own is replaced; one the client gave is only moved back, as a repair of a late first report. */
    private void applyCreation(@Nullable Long incomingMs) {
        if (incomingMs != null && (!createdGiven || incomingMs < createdMs)) {
            createdMs = incomingMs;
            createdGiven = true;
        }
    }

    private void applyDuration(SessionUpsert upsert) {
        Long incoming = upsert.durationMs();
        if (incoming == null && upsert.endedAtMs() != null && createdGiven) {
            long startedMs = Objects.requireNonNullElse(upsert.createdAtMs(), createdMs);
            incoming = Math.max(0, upsert.endedAtMs() - startedMs);
        }
        if (incoming != null && (incoming > 0 || durationMs == null)) {
            durationMs = incoming;
        }
    }

    /** The path's last folder where no usable name was sent: some clients cut Windows paths at slashes only. */
    private @Nullable String projectName(SessionUpsert upsert) {
        String name = upsert.projectName();
        String path = upsert.projectPath();
        if (name != null && name.indexOf('\\') < 0) {
            return name;
        }
        if (name == null && (path == null || projectName != null)) {
            return null;
        }
        Matcher lastFolder = LAST_FOLDER.matcher(Objects.requireNonNullElse(name, path));
        return lastFolder.find() ? ColumnWidth.PROJECT_NAME.cut(lastFolder.group(1)) : null;
    }

    private static @Nullable String known(@Nullable String stored, @Nullable String incoming) {
        if (incoming == null || incoming.isBlank()) {
            return stored;
        }
        return stored != null && SessionTitle.isPlaceholder(incoming) ? stored : incoming;
    }

    private static long positive(long stored, @Nullable Long incoming) {
        return incoming != null && incoming > 0 ? incoming : stored;
    }

    /** Everything a report can change, for finding out whether it did. */
    private Object comparable() {
        record Reported(
                @Nullable String title,
                @Nullable String projectPath,
                @Nullable String projectName,
                @Nullable String model,
                @Nullable String provider,
                String source,
                boolean sourceGiven,
                @Nullable Long durationMs,
                @Nullable String metadata,
                long createdMs,
                boolean createdGiven,
                Usage usage) {}
        return new Reported(
                title,
                projectPath,
                projectName,
                model,
                provider,
                source,
                sourceGiven,
                durationMs,
                metadata,
                createdMs,
                createdGiven,
                usage());
    }
}
