-- When an account last took its test cases out.
CREATE TABLE eval_export (
    account_id BIGINT NOT NULL,
    exported_ms BIGINT NOT NULL,
    CONSTRAINT pk_eval_export PRIMARY KEY (account_id),
    CONSTRAINT fk_eval_export_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
