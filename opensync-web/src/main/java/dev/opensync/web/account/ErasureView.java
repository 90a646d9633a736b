package dev.opensync.web.account;

import dev.opensync.erasure.ErasureProgress;
import dev.opensync.erasure.ErasureService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deleting what one has synced, or one's account, and watching it go; a part of the settings page. */
@Named
@RequestScoped
public class ErasureView {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int WHOLE = 100;

    @Inject
    ErasureService erasures;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private String phrase = "";
    private @Nullable List<Count> counts;
    private @Nullable ErasureProgress progress;

    /**
     * How many of one kind are gone.
     *
     * @param key of its name
     */
    public record Count(String key, String number) {}

    public void eraseSessions() {
        if (isMeant("erase_sessions_phrase")) {
            try {
                erasures.eraseSessions(signedIn.getId());
                visit.goOn("/settings#danger");
            } catch (OpenSyncException e) {
                Messages.refused(e);
            }
        }
    }

    public void eraseAccount() {
        if (isMeant("erase_account_phrase")) {
            try {
                erasures.eraseAccount(signedIn.getId());
                visit.leaveForGood();
            } catch (OpenSyncException e) {
                Messages.refused(e);
            }
        }
    }

    private boolean isMeant(String key) {
        String expected = PageTexts.get(key);
        if (phrase.strip().equalsIgnoreCase(expected)) {
            return true;
        }
        Messages.wrong(PageTexts.get("erase_phrase_wrong"));
        return false;
    }

    /** Answers with how far it is, for the script of the page. */
    public void write() throws IOException {
        JsonObject json = JSON.createObjectBuilder()
                .add("running", isRunning())
                .add("percent", getPercent())
                .add("counts", countsAsJson())
                .build();
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/json;charset=UTF-8");
        answer.getResponseOutputWriter().write(json.toString());
        faces.responseComplete();
    }

    private JsonObject countsAsJson() {
        JsonObjectBuilder numbers = JSON.createObjectBuilder();
        getCounts().forEach(count -> numbers.add(count.key(), count.number()));
        return numbers.build();
    }

    public boolean isKnown() {
        getCounts();
        return progress != null;
    }

    public boolean isRunning() {
        getCounts();
        return progress != null && progress.isRunning();
    }

    /** In UTC; null while it goes on. */
    public @Nullable String getEnded() {
        getCounts();
        Instant ended = progress == null ? null : progress.endedAt();
        return ended == null ? null : ended.toString();
    }

    /** Of the sessions there were. */
    public long getPercent() {
        getCounts();
        if (progress == null || !progress.isRunning() || progress.allSessions() == 0) {
            return progress == null || progress.isRunning() ? 0 : WHOLE;
        }
        return Math.min(WHOLE, WHOLE * progress.sessions() / progress.allSessions());
    }

    public List<Count> getCounts() {
        if (counts == null) {
            progress = erasures.findProgress(signedIn.getId()).orElse(null);
            counts = progress == null ? List.of() : counts(progress);
        }
        return counts;
    }

    private static List<Count> counts(ErasureProgress progress) {
        return List.of(
                new Count("sessions", Formats.grouped(progress.sessions())),
                new Count("messages", Formats.grouped(progress.messages())),
                new Count("parts", Formats.grouped(progress.parts())),
                new Count("vectors", Formats.grouped(progress.vectors())),
                new Count("requests", Formats.grouped(progress.requests())));
    }

    /** Typed by the reader, to tell a decision from a slip. */
    public String getPhrase() {
        return phrase;
    }

    public void setPhrase(@Nullable String phrase) {
        this.phrase = phrase == null ? "" : phrase;
    }
}
