CREATE TABLE saved_search (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    words LONGTEXT NOT NULL,
    search_type VARCHAR(16) NOT NULL,
    result_limit INT NOT NULL,
    max_tokens INT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_used_ms BIGINT NULL,
    CONSTRAINT pk_saved_search PRIMARY KEY (id),
    CONSTRAINT fk_saved_search_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT ck_saved_search_type CHECK (search_type IN ('FULLTEXT', 'SEMANTIC', 'HYBRID'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
