-- For comparing versions: sequence is that of the user's message, content_hash the SHA-256 of question, answer and expected output.
CREATE TABLE eval_dataset_case (
    version_id BIGINT NOT NULL,
    session_number INT NOT NULL,
    session_id VARCHAR(255) NOT NULL,
    sequence INT NOT NULL,
    content_hash BINARY(32) NOT NULL,
    excerpt VARCHAR(200) NOT NULL,
    CONSTRAINT pk_eval_dataset_case PRIMARY KEY (version_id, session_number, sequence),
    CONSTRAINT fk_eval_dataset_case_version FOREIGN KEY (version_id) REFERENCES eval_dataset_version (id) ON DELETE CASCADE,
    -- DatasetRepository.compare
    INDEX ix_eval_dataset_case_version_id_session_id (version_id, session_id, sequence)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
