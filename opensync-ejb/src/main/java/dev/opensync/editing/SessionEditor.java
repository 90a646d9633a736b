package dev.opensync.editing;

import dev.opensync.session.SessionChanged;
import dev.opensync.session.SessionDeleted;
import dev.opensync.sync.StorageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Lets an owner change or delete a session, however busily its tool reports at the same time, and tells who watches it. */
@ApplicationScoped
public class SessionEditor {

    private static final int MAX_RACES = 5;

    @Inject
    SessionEditService service;

    @Inject
    Event<SessionChanged> changed;

    @Inject
    Event<SessionDeleted> deleted;

    /**
     * {@code sessionId}: public or external id; returns the public one. Fails with {@code NOT_FOUND}, also for a session of
     * someone else.
     */
    public String edit(long accountId, String sessionId, SessionEdit edit) {
        String id = untilWon(() -> service.edit(accountId, sessionId, edit));
        changed.fire(new SessionChanged(accountId, id));
        return id;
    }

    /**
     * With all its messages; returns the public id. A tool that goes on reporting the same session starts a new one. Fails with
     * {@code NOT_FOUND}, also for a session of someone else.
     */
    public String delete(long accountId, String sessionId) {
        String id = untilWon(() -> service.delete(accountId, sessionId));
        deleted.fireAsync(new SessionDeleted(accountId, id));
        return id;
    }

    private static String untilWon(Supplier<String> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return change.get();
            } catch (StorageException e) {
                if (!e.lostRace() || attempt == MAX_RACES) {
                    throw e;
                }
            }
        }
    }
}
