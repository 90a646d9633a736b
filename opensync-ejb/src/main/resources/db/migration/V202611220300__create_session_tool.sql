-- Which tools a session called; derived from message_part, see session_tool_count.
-- results: calls whose outcome is known, failures of them; timed_calls: those of which it is known how long they took.
CREATE TABLE session_tool (
    session_id BIGINT NOT NULL,
    tool VARCHAR(190) NOT NULL,
    calls BIGINT NOT NULL,
    results BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    timed_calls BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    CONSTRAINT pk_session_tool PRIMARY KEY (session_id, tool),
    CONSTRAINT fk_session_tool_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
