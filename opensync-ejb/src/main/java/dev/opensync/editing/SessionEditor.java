package dev.opensync.editing;

import dev.opensync.eval.EvalChange;
import dev.opensync.eval.EvalMarking;
import dev.opensync.session.SessionChanged;
import dev.opensync.session.SessionDeleted;
import dev.opensync.shared.LostRace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Lets an owner change or delete a session, however busily its tool reports at the same time, and tells who watches it. */
@ApplicationScoped
public class SessionEditor {

    @EJB
    SessionEditService service;

    @Inject
    EvalMarking marking;

    @Inject
    Event<SessionChanged> changed;

    @Inject
    Event<SessionDeleted> deleted;

    /**
     * {@code sessionId}: public or external id; returns the public one. Fails with {@code NOT_FOUND}, also for a session of
     * someone else.
     */
    public String edit(long accountId, String sessionId, SessionEdit edit) {
        String title = edit.title();
        Boolean ready = edit.evalReady();
        String id = sessionId;
        if (title != null || ready == null) {
            id = LostRace.untilWon(() -> service.rename(accountId, sessionId, title));
            changed.fire(new SessionChanged(accountId, id));
        }
        return ready == null ? id : marking.change(accountId, id, EvalChange.ready(ready));
    }

    /**
     * With all its messages; returns the public id. A tool that goes on reporting the same session starts a new one. Fails with
     * {@code NOT_FOUND}, also for a session of someone else.
     */
    public String delete(long accountId, String sessionId) {
        String id = LostRace.untilWon(() -> service.delete(accountId, sessionId));
        deleted.fireAsync(new SessionDeleted(accountId, id));
        return id;
    }
}
