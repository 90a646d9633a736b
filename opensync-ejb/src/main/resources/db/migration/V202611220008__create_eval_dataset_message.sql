-- In the order in which they are exported.
CREATE TABLE eval_dataset_message (
    version_id BIGINT NOT NULL,
    session_number INT NOT NULL,
    number INT NOT NULL,
    sequence INT NOT NULL,
    role VARCHAR(16) NOT NULL,
    text LONGTEXT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    duration_ms BIGINT NULL,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_eval_dataset_message PRIMARY KEY (version_id, session_number, number),
    CONSTRAINT fk_eval_dataset_message_session FOREIGN KEY (version_id, session_number)
        REFERENCES eval_dataset_session (version_id, number) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
