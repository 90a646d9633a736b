-- Coding tools that an account does not want to see in the choice of sources.
CREATE TABLE hidden_source (
    account_id BIGINT NOT NULL,
    source VARCHAR(128) NOT NULL,
    CONSTRAINT pk_hidden_source PRIMARY KEY (account_id, source),
    CONSTRAINT fk_hidden_source_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
