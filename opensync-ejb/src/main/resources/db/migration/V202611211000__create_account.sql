-- subject: "local:<email>" for a local account, "<issuer>|<sub>" for one known by an identity provider.
CREATE TABLE account (
    id BIGINT NOT NULL AUTO_INCREMENT,
    subject VARCHAR(255) NOT NULL,
    email VARCHAR(254) NULL,
    name VARCHAR(190) NOT NULL,
    password_hash VARCHAR(255) NULL,
    role VARCHAR(16) NOT NULL,
    created_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT uk_account_subject UNIQUE (subject),
    CONSTRAINT ck_account_role CHECK (role IN ('MEMBER', 'ADMIN'))
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
