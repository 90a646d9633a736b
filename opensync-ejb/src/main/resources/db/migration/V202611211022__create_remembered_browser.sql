-- id: random, because whoever knows it can make us forget the browser.
-- previous_hash: accepted for a moment after rotation, for requests that were already under way with it.
CREATE TABLE remembered_browser (
    id CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT NOT NULL,
    credential_version INT NOT NULL,
    token_hash BINARY(32) NOT NULL,
    previous_hash BINARY(32) NULL,
    rotated_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL,
    CONSTRAINT pk_remembered_browser PRIMARY KEY (id),
    CONSTRAINT fk_remembered_browser_account FOREIGN KEY (account_id) REFERENCES account (id),
    -- RememberedBrowserRepository.forgetExpired
    INDEX ix_remembered_browser_expires_ms (expires_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
