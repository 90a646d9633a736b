package dev.opensync.web.security;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;

/** The language of a page: the one its reader chose, else the first of the browser's that we have, else English. */
public class ReaderLanguage extends ViewHandlerWrapper {

    private static final System.Logger LOG = System.getLogger(ReaderLanguage.class.getName());

    public ReaderLanguage(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        // Without the header a request gives the language of the server's machine.
        return chosen(external)
                .orElseGet(() -> external.getRequestHeaderMap().containsKey("Accept-Language")
                        ? super.calculateLocale(context)
                        : context.getApplication().getDefaultLocale());
    }

    /** Asking the session's account would start a session for every passer-by. */
    private static Optional<Locale> chosen(ExternalContext external) {
        if (external.getSession(false) == null) {
            return Optional.empty();
        }
        try {
            return CDI.current()
                    .select(SignedInAccount.class)
                    .get()
                    .findLanguage()
                    .map(Locale::forLanguageTag);
        } catch (RuntimeException e) {
            // The page that tells that the database is away must not fail for that reason.
            LOG.log(Level.DEBUG, "The language of the reader is not known", e);
            return Optional.empty();
        }
    }
}
