-- is_selection: its sessions were chosen one by one, so that running the search again brings no others.
CREATE TABLE context_pack (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(200) NOT NULL,
    words LONGTEXT NOT NULL,
    search_type VARCHAR(16) NOT NULL,
    result_limit INT NOT NULL,
    messages INT NOT NULL,
    max_tokens INT NOT NULL,
    is_selection BOOLEAN NOT NULL,
    created_ms BIGINT NOT NULL,
    refreshed_ms BIGINT NOT NULL,
    last_used_ms BIGINT NULL,
    CONSTRAINT pk_context_pack PRIMARY KEY (id),
    CONSTRAINT uk_context_pack_account_id_slug UNIQUE (account_id, slug),
    CONSTRAINT fk_context_pack_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT ck_context_pack_type CHECK (search_type IN ('FULLTEXT', 'SEMANTIC', 'HYBRID'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
