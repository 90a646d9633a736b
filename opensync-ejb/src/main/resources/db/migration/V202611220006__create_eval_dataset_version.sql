-- Never changed once it is complete. fingerprint: SHA-256 of everything its exports are written from.
CREATE TABLE eval_dataset_version (
    id BIGINT NOT NULL AUTO_INCREMENT,
    dataset_id BIGINT NOT NULL,
    version INT NOT NULL,
    note VARCHAR(1000) NOT NULL,
    options VARCHAR(1000) NOT NULL,
    sessions INT NOT NULL DEFAULT 0,
    test_cases INT NOT NULL DEFAULT 0,
    fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    complete BOOLEAN NOT NULL DEFAULT FALSE,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_eval_dataset_version PRIMARY KEY (id),
    CONSTRAINT uk_eval_dataset_version_dataset_id_version UNIQUE (dataset_id, version),
    CONSTRAINT fk_eval_dataset_version_dataset FOREIGN KEY (dataset_id) REFERENCES eval_dataset (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
