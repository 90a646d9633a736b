package dev.opensync.web.faces;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Answers 404 for what the reader may not see or what no page of ours links to, and sends an ajax request of a lost page back to the page. */
public class PageFailures extends ExceptionHandlerWrapper {

    public PageFailures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext context = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            if (answer(context, events.next().getContext().getException())) {
                events.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean answer(FacesContext context, Throwable failure) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            return false;
        }
        OpenSyncException refused = find(failure, OpenSyncException.class);
        if (refused != null && refused.code() != ErrorCode.CONFLICT) {
            return send(context, () -> external.responseSendError(404, null));
        }
        if (context.getPartialViewContext().isAjaxRequest() && find(failure, ViewExpiredException.class) != null) {
            return send(
                    context,
                    () -> external.redirect(external.getRequestContextPath() + external.getRequestServletPath()));
        }
        return false;
    }

    private static boolean send(FacesContext context, Answer answer) {
        try {
            answer.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return true;
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    @FunctionalInterface
    private interface Answer {
        void send() throws IOException;
    }
}
