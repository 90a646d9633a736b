package dev.opensync.retention;

/** Rows that pile up and are removed some time after their end. */
enum Leftover {
    ACCESS_LOG("DELETE FROM access_log WHERE created_ms < ? ORDER BY created_ms LIMIT ?"),

    RECORDED_EVENT("DELETE FROM recorded_event WHERE received_ms < ? ORDER BY received_ms LIMIT ?"),

    /** Used, withdrawn or expired; an open one has its end still before it. */
    INVITATION("""
            DELETE FROM invitation
            WHERE LEAST(COALESCE(accepted_ms, expires_ms), COALESCE(revoked_ms, expires_ms), expires_ms) < ?
            ORDER BY id LIMIT ?
            """),

    /** Revoked or expired; a key that is neither has no end. */
    API_KEY("""
            DELETE FROM api_key
            WHERE LEAST(COALESCE(revoked_ms, expires_ms), COALESCE(expires_ms, revoked_ms)) < ?
            ORDER BY id LIMIT ?
            """),

    NOTIFICATION("DELETE FROM notification WHERE created_ms < ? ORDER BY created_ms LIMIT ?"),

    /** A version of a dataset that a server could not finish. */
    UNFINISHED_VERSION("DELETE FROM eval_dataset_version WHERE NOT complete AND created_ms < ? ORDER BY id LIMIT ?"),

    /** Of which no version was ever finished. */
    EMPTY_DATASET("""
            DELETE FROM eval_dataset
            WHERE created_ms < ? AND NOT EXISTS (
                SELECT 1 FROM eval_dataset_version v WHERE v.dataset_id = eval_dataset.id)
            LIMIT ?
            """),

    /** Of a node that is gone; should it come back, its index is built anew. */
    SEARCH_INDEX("DELETE FROM search_index WHERE owned_until_ms < ? ORDER BY id LIMIT ?"),

    /** Of an index that is gone, whenever that was. */
    SEARCH_TASK("DELETE FROM search_task WHERE ? > 0 AND index_id NOT IN (SELECT id FROM search_index) LIMIT ?");

    /** With two question marks: the end before which rows go, and how many at most. */
    final String delete;

    Leftover(String delete) {
        this.delete = delete;
    }
}
