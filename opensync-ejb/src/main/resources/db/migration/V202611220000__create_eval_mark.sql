-- What its owner says of a session for evaluations. reviewed_ms: when the session was chosen, null unless coding_session.eval_ready.
-- The counts are those of an export by default, of the session as it was at counted_ms (coding_session.synced_ms).
CREATE TABLE eval_mark (
    session_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    reviewed_ms BIGINT NULL,
    status VARCHAR(16) NOT NULL DEFAULT 'NONE',
    notes TEXT NULL,
    expected_output LONGTEXT NULL,
    kept_messages INT NULL,
    turn_cases INT NULL,
    full_cases INT NULL,
    final_cases INT NULL,
    counted_ms BIGINT NULL,
    CONSTRAINT pk_eval_mark PRIMARY KEY (session_id),
    CONSTRAINT fk_eval_mark_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE,
    CONSTRAINT ck_eval_mark_status CHECK (status IN ('GOLDEN', 'CORRECT', 'INCORRECT', 'NEEDS_REVIEW', 'NONE')),
    -- EvalRepository.list
    INDEX ix_eval_mark_account_id_reviewed_ms (account_id, reviewed_ms, session_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
