-- The state in which session_tool counts a session: synced_ms is that of coding_session. Without a row it is not counted;
-- empty this table, and all sessions are counted anew after the next start.
CREATE TABLE session_tool_count (
    session_id BIGINT NOT NULL,
    synced_ms BIGINT NOT NULL,
    format INT NOT NULL,
    CONSTRAINT pk_session_tool_count PRIMARY KEY (session_id),
    CONSTRAINT fk_session_tool_count_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
