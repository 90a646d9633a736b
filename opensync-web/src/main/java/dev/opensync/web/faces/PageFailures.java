package dev.opensync.web.faces;

import dev.opensync.shared.DatabaseOutage;
import dev.opensync.shared.OpenSyncException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Gives a failed request the status, and by that the page, which tells the reader what to do. */
public class PageFailures extends ExceptionHandlerWrapper {

    private static final System.Logger LOG = System.getLogger(PageFailures.class.getName());

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

    /** False for what is a fault of ours: that goes on to the container, its log and the page for it. */
    private static boolean answer(FacesContext context, Throwable failure) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            return false;
        }
        if (find(failure, ViewExpiredException.class) != null) {
            return context.getPartialViewContext().isAjaxRequest()
                    ? send(
                            context,
                            () -> external.redirect(
                                    external.getRequestContextPath() + external.getRequestServletPath()))
                    : send(context, () -> external.responseSendError(HttpServletResponse.SC_CONFLICT, null));
        }
        if (DatabaseOutage.isBehind(failure)) {
            LOG.log(System.Logger.Level.WARNING, "A page could not be made: {0}", failure.getMessage());
            return send(context, () -> Unavailable.answer((HttpServletResponse) external.getResponse()));
        }
        OpenSyncException refused = find(failure, OpenSyncException.class);
        if (refused == null) {
            return false;
        }
        return switch (refused.code()) {
            // What is not yours, and what no page of ours links to, does not exist.
            case NOT_FOUND, FORBIDDEN, INVALID ->
                send(context, () -> external.responseSendError(HttpServletResponse.SC_NOT_FOUND, null));
            case UNAVAILABLE -> send(context, () -> Unavailable.answer((HttpServletResponse) external.getResponse()));
            case CONFLICT -> false;
        };
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
