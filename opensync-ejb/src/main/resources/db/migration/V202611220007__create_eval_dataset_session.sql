-- A session as it is exported, without secrets and names. content: JSON of what is not in its messages.
CREATE TABLE eval_dataset_session (
    version_id BIGINT NOT NULL,
    number INT NOT NULL,
    content LONGTEXT NOT NULL,
    CONSTRAINT pk_eval_dataset_session PRIMARY KEY (version_id, number),
    CONSTRAINT fk_eval_dataset_session_version FOREIGN KEY (version_id) REFERENCES eval_dataset_version (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
