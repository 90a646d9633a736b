package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.shared.TokenUsage;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session: its header and a stretch of its messages. */
@Named
@RequestScoped
public class SessionView {

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String id;
    private @Nullable String after;
    private @Nullable String before;
    private @Nullable String at;
    private @Nullable String since;
    private @Nullable ShownSession session;
    private @Nullable String metadata;
    private @Nullable String provider;
    private List<Count> counts = List.of();
    private @Nullable Stretch stretch;
    private boolean evalReady;
    private boolean shared;
    private int lastSequence;

    /**
     * The tokens as one way of counting has them, in full digits.
     *
     * @param key of its name
     */
    public record Count(String key, String prompt, String completion) {

        private static Count of(String key, TokenUsage tokens) {
            return new Count(key, Formats.grouped(tokens.prompt()), Formats.grouped(tokens.completion()));
        }
    }

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        SessionSummary summary = sessions.get(signedIn.getId(), id);
        session = ShownSession.of(summary, clock.instant());
        metadata = summary.metadata();
        provider = summary.provider();
        counts = List.of(
                Count.of("told", summary.tokensEstimated() ? new TokenUsage(0, 0) : summary.tokens()),
                Count.of("summed", summary.messageTokens()));
        evalReady = summary.evalReady();
        shared = summary.isPublic();
        stretch = read(new OwnMessages(sessions, signedIn.getId(), summary.id()));
        boolean whole = stretch.next() == null && stretch.previous() == null;
        // What stands on other pages is there already, so it is nothing new.
        lastSequence = whole ? stretch.lastSequence() : Math.max(stretch.lastSequence(), summary.messageCount());
    }

    private Stretch read(OwnMessages messages) {
        if (since != null) {
            return Stretches.since(messages, Places.arrival(since));
        }
        Stretches stretches = new Stretches(messages);
        if (at != null) {
            return stretches.at(at);
        }
        return before == null ? stretches.page(after) : stretches.before(before);
    }

    public @Nullable ShownSession getSession() {
        return session;
    }

    /** As the tool names it; null if it names none. */
    public @Nullable String getProvider() {
        return provider;
    }

    /** What the tool told of the session, and the sum of what it told of the messages. */
    public List<Count> getCounts() {
        return counts;
    }

    /** Branch and the like, as the tool sent them. */
    public List<MetadataChip> getChips() {
        return MetadataChip.of(metadata);
    }

    /** Chosen for evaluations. */
    public boolean isEvalReady() {
        return evalReady;
    }

    /** Shown to everybody with its link. */
    public boolean isShared() {
        return shared;
    }

    /** Null while a form of the page is being taken. */
    public @Nullable Stretch getStretch() {
        return stretch;
    }

    /** Number of the latest arrival the reader has, or gets by going on to the next page. */
    public int getLastSequence() {
        return lastSequence;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    public @Nullable String getBefore() {
        return before;
    }

    /** If set, what stands before that place is shown. */
    public void setBefore(@Nullable String before) {
        this.before = before;
    }

    public @Nullable String getAt() {
        return at;
    }

    /** If set, what stands around the message of that number is shown; {@code end} for the last ones. */
    public void setAt(@Nullable String at) {
        this.at = at;
    }

    /** If set, only what arrived after this number is shown. */
    public @Nullable String getSince() {
        return since;
    }

    public void setSince(@Nullable String since) {
        this.since = since;
    }
}
