package dev.opensync.search;

import dev.opensync.session.StoredSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the index and the embedding are fed from: the stored sessions, and the passages that were made of them. */
@ApplicationScoped
public class FeedSource {

    @Inject
    StoredSessions sessions;

    @Inject
    PassageRepository passages;

    StoredSessions sessions() {
        return sessions;
    }

    PassageRepository passages() {
        return passages;
    }
}
