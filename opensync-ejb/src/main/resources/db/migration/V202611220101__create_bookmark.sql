CREATE TABLE bookmark (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    sequence INT NOT NULL,
    name VARCHAR(200) NOT NULL,
    created_ms BIGINT NOT NULL,
    last_used_ms BIGINT NULL,
    CONSTRAINT pk_bookmark PRIMARY KEY (id),
    CONSTRAINT uk_bookmark_session_id_sequence UNIQUE (session_id, sequence),
    CONSTRAINT fk_bookmark_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT fk_bookmark_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE,
    -- BookmarkRepository.newestFirst
    INDEX ix_bookmark_account_id_created_ms (account_id, created_ms, id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
