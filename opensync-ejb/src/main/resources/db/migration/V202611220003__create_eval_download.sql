-- An export that was asked for and can be fetched under its address until expires_ms. request: JSON as it was sent.
CREATE TABLE eval_download (
    ticket CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT NOT NULL,
    request LONGTEXT NOT NULL,
    expires_ms BIGINT NOT NULL,
    CONSTRAINT pk_eval_download PRIMARY KEY (ticket),
    CONSTRAINT fk_eval_download_account FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    -- EvalTicketService.keep removes what has expired
    INDEX ix_eval_download_expires_ms (expires_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
