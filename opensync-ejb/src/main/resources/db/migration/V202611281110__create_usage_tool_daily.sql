-- Sums of session_tool by the UTC day and the source of the session, kept up to date with it.
CREATE TABLE usage_tool_daily (
    account_id BIGINT NOT NULL,
    day INT NOT NULL,
    source VARCHAR(128) NOT NULL,
    tool VARCHAR(190) NOT NULL,
    sessions BIGINT NOT NULL,
    calls BIGINT NOT NULL,
    results BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    timed_calls BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    CONSTRAINT pk_usage_tool_daily PRIMARY KEY (account_id, day, source, tool),
    CONSTRAINT fk_usage_tool_daily_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
