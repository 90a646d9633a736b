package dev.opensync.web.session;

import dev.opensync.export.SessionTable;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.web.security.SignedInAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Answers a request of a page with a table of sessions that the browser stores as a file. */
@ApplicationScoped
public class TableDownload {

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    @EJB
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    /** Named by the day, which is that of UTC. */
    void answer(Content content) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        answer.setResponseContentType(SessionTable.CONTENT_TYPE + ";charset=UTF-8");
        String name = "opensync_sessions_" + today + ".csv";
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Writer out =
                new BufferedWriter(new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8));
        content.write(out);
        out.flush();
        faces.responseComplete();
        notifications.add(signedIn.getId(), NotificationKind.SESSIONS_EXPORTED, name, "");
    }
}
