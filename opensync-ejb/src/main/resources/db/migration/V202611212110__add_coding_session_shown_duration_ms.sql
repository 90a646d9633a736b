-- SessionRepository.list by duration; those that never told theirs stand at zero.
ALTER TABLE coding_session
    ADD COLUMN shown_duration_ms BIGINT GENERATED ALWAYS AS (COALESCE(duration_ms, 0)) STORED,
    ADD INDEX ix_coding_session_account_id_shown_duration_ms (account_id, shown_duration_ms, id);
