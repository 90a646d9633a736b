CREATE TABLE api_key (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    name VARCHAR(190) NOT NULL,
    prefix VARCHAR(16) NOT NULL,
    secret_hash BINARY(32) NOT NULL,
    scopes VARCHAR(64) NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NULL,
    revoked_ms BIGINT NULL,
    last_used_ms BIGINT NULL,
    last_used_client VARCHAR(190) NULL,
    CONSTRAINT pk_api_key PRIMARY KEY (id),
    CONSTRAINT uk_api_key_secret_hash UNIQUE (secret_hash),
    CONSTRAINT fk_api_key_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
