package dev.opensync.web.session;

import dev.opensync.export.ExportFormat;
import dev.opensync.export.SessionWriter;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.Viewer;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One session as a file: JSON as the API gives it, Markdown with what the tools did. */
@Named
@RequestScoped
public class ExportView {

    @Inject
    SessionService sessions;

    @Inject
    TranscriptReader transcripts;

    @Inject
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String id;
    private @Nullable String format;
    private boolean copied;

    /** Answers the request. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void write() throws IOException {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        ExportFormat chosen = ExportFormat.of(format);
        SessionSummary session = sessions.get(signedIn.getId(), id);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(chosen.contentType() + ";charset=UTF-8");
        boolean document = chosen == ExportFormat.MARKDOWN;
        String name = document ? SessionMarkdown.fileName(session, clock.instant()) : chosen.fileName(session);
        SessionWriter writer = document ? new SessionMarkdown(Viewer.current().zone()) : chosen.writer();
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Writer out = answer.getResponseOutputWriter();
        writer.write(session, transcripts.messages(signedIn.getId(), session.id()), out);
        out.flush();
        faces.responseComplete();
        if (!copied) {
            String title = session.title() == null ? "" : session.title();
            notifications.add(
                    signedIn.getId(), NotificationKind.SESSION_EXPORTED, title, "/session?id=" + session.id());
        }
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFormat() {
        return format;
    }

    /** Whether it is only put on the clipboard, of which nobody needs to be told. */
    public boolean isCopied() {
        return copied;
    }

    public void setCopied(boolean copied) {
        this.copied = copied;
    }

    /** Any text; {@code markdown}, {@code jsonl}, else JSON. */
    public void setFormat(@Nullable String format) {
        this.format = format;
    }
}
