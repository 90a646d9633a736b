-- slug: 256 random bits; a new one each time the session is shared.
-- last_sequence: later messages are not shown, because their owner has not looked at them.
CREATE TABLE shared_session (
    session_id BIGINT NOT NULL,
    slug CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_hash VARCHAR(255) NULL,
    expires_ms BIGINT NULL,
    with_secrets BOOLEAN NOT NULL,
    last_sequence INT NOT NULL,
    visits BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_shared_session PRIMARY KEY (session_id),
    CONSTRAINT uk_shared_session_slug UNIQUE (slug),
    CONSTRAINT fk_shared_session_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE,
    -- ShareRepository.expired
    INDEX ix_shared_session_expires_ms (expires_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
