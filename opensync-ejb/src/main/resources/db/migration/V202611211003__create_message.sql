-- Narrow and clustered by session; bodies are in message_part. sequence = order of arrival in the session.
CREATE TABLE message (
    session_id BIGINT NOT NULL,
    sequence INT NOT NULL,
    external_id VARCHAR(255) NOT NULL,
    role VARCHAR(16) NOT NULL,
    model VARCHAR(255) NULL,
    prompt_tokens BIGINT NULL,
    completion_tokens BIGINT NULL,
    duration_ms BIGINT NULL,
    text_hash BINARY(16) NULL,
    parts_hash BINARY(16) NULL,
    metadata LONGTEXT NULL,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_message PRIMARY KEY (session_id, sequence),
    CONSTRAINT uk_message_session_id_external_id UNIQUE (session_id, external_id),
    CONSTRAINT fk_message_session FOREIGN KEY (session_id) REFERENCES coding_session (id),
    CONSTRAINT ck_message_role CHECK (role IN ('USER', 'ASSISTANT', 'SYSTEM', 'TOOL', 'UNKNOWN')),
    -- MessageRepository: display order
    INDEX ix_message_session_id_created_ms (session_id, created_ms, sequence)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
