package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.OpenSyncException;
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
    Stretches stretches;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String id;
    private @Nullable String after;
    private @Nullable String since;
    private @Nullable ShownSession session;
    private @Nullable String metadata;
    private List<ShownMessage> messages = List.of();
    private @Nullable String next;
    private int lastSequence;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        SessionSummary summary = sessions.get(signedIn.getId(), id);
        session = ShownSession.of(summary, clock.instant());
        metadata = summary.metadata();
        Stretch stretch = read(summary.id());
        messages = stretch.messages();
        next = stretch.next() == null ? null : Places.text(stretch.next());
        // What follows on further pages is there already, so it is nothing new.
        lastSequence = next == null ? stretch.lastSequence() : Math.max(stretch.lastSequence(), summary.messageCount());
    }

    private Stretch read(String sessionId) {
        return since == null
                ? stretches.page(signedIn.getId(), sessionId, after == null ? null : Places.parse(after))
                : stretches.since(signedIn.getId(), sessionId, Places.arrival(since));
    }

    public @Nullable ShownSession getSession() {
        return session;
    }

    /** Branch and the like, as the tool sent them. */
    public List<MetadataChip> getChips() {
        return MetadataChip.of(metadata);
    }

    public List<ShownMessage> getMessages() {
        return messages;
    }

    /** Where the stretch after this one starts; null on the last. */
    public @Nullable String getNext() {
        return next;
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

    /** If set, only what arrived after this number is shown. */
    public @Nullable String getSince() {
        return since;
    }

    public void setSince(@Nullable String since) {
        this.since = since;
    }
}
