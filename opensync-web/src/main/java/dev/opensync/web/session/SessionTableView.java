package dev.opensync.web.session;

import dev.opensync.export.SessionTable;
import dev.opensync.session.SessionListReader;
import dev.opensync.session.SessionListing;
import dev.opensync.session.SessionOrder;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The sessions that the list shows under the same filters, or those that are ticked in it, as a table to take along. */
@Named
@RequestScoped
public class SessionTableView {

    @Inject
    SessionListReader list;

    @Inject
    SessionFinder finder;

    @Inject
    SessionService sessions;

    @Inject
    TableDownload download;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    /** Answers the request. */
    public void write() throws IOException {
        Iterable<SessionSummary> shown = sessions(SessionFilters.of(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap()));
        download.answer(out -> SessionTable.write(shown, out));
    }

    /** Answers the request with the sessions that are ticked in the list. */
    public void writeChosen() throws IOException {
        List<SessionSummary> chosen = sessions.listed(signedIn.getId(), ChosenSessionsView.chosen());
        download.answer(out -> SessionTable.write(chosen, out));
    }

    private Iterable<SessionSummary> sessions(SessionFilters filters) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return filters.isSearch()
                ? finder.all(signedIn.getId(), filters, today)
                : list.sessions(signedIn.getId(), lasting(filters.listing(today)));
    }

    /** A session that changes while the table is written would change its place in the order of changes, and be left out. */
    private static SessionListing lasting(SessionListing listing) {
        return listing.order() == SessionOrder.UPDATED_AT ? listing.by(SessionOrder.CREATED_AT) : listing;
    }
}
