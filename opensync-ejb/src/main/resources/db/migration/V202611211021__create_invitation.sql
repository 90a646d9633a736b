CREATE TABLE invitation (
    id BIGINT NOT NULL AUTO_INCREMENT,
    email VARCHAR(254) NOT NULL,
    role VARCHAR(16) NOT NULL,
    token_hash BINARY(32) NOT NULL,
    invited_by BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    accepted_ms BIGINT NULL,
    revoked_ms BIGINT NULL,
    CONSTRAINT pk_invitation PRIMARY KEY (id),
    CONSTRAINT uk_invitation_token_hash UNIQUE (token_hash),
    CONSTRAINT fk_invitation_account FOREIGN KEY (invited_by) REFERENCES account (id),
    CONSTRAINT ck_invitation_role CHECK (role IN ('MEMBER', 'ADMIN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
