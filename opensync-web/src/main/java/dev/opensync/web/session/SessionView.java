package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
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

    private static final int PAGE_SIZE = 100;
    /** Read again with what is new, because a result may have come in for a call that is already shown. */
    private static final int LAST_ONES = 10;

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String id;
    private @Nullable String after;
    private @Nullable String since;
    private @Nullable SessionRow session;
    private @Nullable String metadata;
    private List<MessageRow> messages = List.of();
    private @Nullable String next;
    private int lastSequence;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        SessionSummary summary = sessions.get(signedIn.getId(), id);
        session = SessionRow.of(summary, clock.instant());
        metadata = summary.metadata();
        List<TranscriptMessage> found = read(summary.id());
        messages = Transcript.of(found);
        int shown = found.stream().mapToInt(TranscriptMessage::sequence).max().orElse(0);
        // What follows on further pages is there already, so it is nothing new.
        lastSequence = next == null ? shown : Math.max(shown, summary.messageCount());
    }

    private List<TranscriptMessage> read(String sessionId) {
        if (since != null) {
            return sessions.arrivedAfter(
                    signedIn.getId(), sessionId, Math.max(0, Places.arrival(since) - LAST_ONES), PAGE_SIZE);
        }
        List<TranscriptMessage> found = sessions.messages(
                signedIn.getId(), sessionId, after == null ? null : Places.parse(after), PAGE_SIZE + 1);
        if (found.size() <= PAGE_SIZE) {
            return found;
        }
        List<TranscriptMessage> shown = found.subList(0, PAGE_SIZE);
        next = Places.text(MessageCursor.of(shown.get(PAGE_SIZE - 1)));
        return shown;
    }

    public @Nullable SessionRow getSession() {
        return session;
    }

    /** Branch and the like, as the tool sent them. */
    public List<MetadataChip> getChips() {
        return MetadataChip.of(metadata);
    }

    public List<MessageRow> getMessages() {
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
