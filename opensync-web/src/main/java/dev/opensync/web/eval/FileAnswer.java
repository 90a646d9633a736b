package dev.opensync.web.eval;

import dev.opensync.eval.export.EvalDownload;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;

/** Answers a request of a page with test cases that the browser stores as a file. */
@ApplicationScoped
public class FileAnswer {

    void send(EvalDownload file) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(file.contentType());
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
        OutputStream out = answer.getResponseOutputStream();
        file.write(out);
        out.flush();
        faces.responseComplete();
    }
}
