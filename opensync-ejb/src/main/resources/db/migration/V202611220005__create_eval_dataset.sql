CREATE TABLE eval_dataset (
    id BIGINT NOT NULL AUTO_INCREMENT,
    public_id CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    last_version INT NOT NULL DEFAULT 0,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_eval_dataset PRIMARY KEY (id),
    CONSTRAINT uk_eval_dataset_public_id UNIQUE (public_id),
    CONSTRAINT uk_eval_dataset_account_id_name UNIQUE (account_id, name),
    CONSTRAINT fk_eval_dataset_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
