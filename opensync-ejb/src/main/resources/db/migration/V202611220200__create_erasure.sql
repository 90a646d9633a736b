-- At most one row for each account: what is being deleted of it, or was at last. Locked while a node works at it.
-- last_session_id: sessions that began after the order stay; NULL where the account goes as well, with everything.
CREATE TABLE erasure (
    account_id BIGINT NOT NULL,
    last_session_id BIGINT NULL,
    all_sessions BIGINT NOT NULL,
    sessions BIGINT NOT NULL DEFAULT 0,
    messages BIGINT NOT NULL DEFAULT 0,
    parts BIGINT NOT NULL DEFAULT 0,
    vectors BIGINT NOT NULL DEFAULT 0,
    requests BIGINT NOT NULL DEFAULT 0,
    ordered_ms BIGINT NOT NULL,
    tried_ms BIGINT NOT NULL,
    ended_ms BIGINT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (account_id),
    CONSTRAINT fk_erasure_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    -- ErasureService.next
    INDEX ix_erasure_ended_ms_tried_ms (ended_ms, tried_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
