-- subject: "local:<email>" for a local account, "<issuer>|<sub>" for one known by an identity provider.
-- credential_version: grows with every change of the password and ends the browser sessions started before it.
CREATE TABLE account (
    id BIGINT NOT NULL AUTO_INCREMENT,
    subject VARCHAR(512) NOT NULL,
    email VARCHAR(254) NULL,
    name VARCHAR(190) NOT NULL,
    password_hash VARCHAR(255) NULL,
    credential_version INT NOT NULL DEFAULT 0,
    role VARCHAR(16) NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uk_account_subject UNIQUE (subject),
    CONSTRAINT ck_account_role CHECK (role IN ('MEMBER', 'ADMIN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
