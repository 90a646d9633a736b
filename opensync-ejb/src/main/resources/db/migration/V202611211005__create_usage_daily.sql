-- Sums of coding_session by the UTC day of its creation; derived, rebuilt from coding_session at any time.
-- bucket: first 16 bytes of SHA-256 over source, provider, model and project, which together are too long for a key.
CREATE TABLE usage_daily (
    account_id BIGINT NOT NULL,
    day INT NOT NULL,
    bucket BINARY(16) NOT NULL,
    source VARCHAR(128) NOT NULL,
    provider VARCHAR(255) NOT NULL,
    model VARCHAR(255) NULL,
    project VARCHAR(2048) NULL,
    sessions BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    cost_micros BIGINT NOT NULL,
    duration_ms BIGINT NOT NULL,
    CONSTRAINT pk_usage_daily PRIMARY KEY (account_id, day, bucket),
    CONSTRAINT fk_usage_daily_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
