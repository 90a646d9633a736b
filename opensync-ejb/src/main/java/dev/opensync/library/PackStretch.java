package dev.opensync.library;

import dev.opensync.context.KeptStretch;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The row of one stretch of a pack; it goes with its session. */
@Embeddable
public class PackStretch {

    @SuppressWarnings("UnusedVariable") // The rows are read in its order.
    private int position;

    @Column(name = "session_public_id")
    private String sessionId;

    @Column(name = "first_sequence")
    private int first;

    @Column(name = "last_sequence")
    private int last;

    @Column(name = "best_sequence")
    private int best;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected PackStretch() {}

    PackStretch(int position, KeptStretch stretch) {
        this.position = position;
        this.sessionId = stretch.sessionId();
        this.first = stretch.first();
        this.last = stretch.last();
        this.best = stretch.best();
    }

    KeptStretch toStretch() {
        return new KeptStretch(sessionId, first, last, best);
    }
}
