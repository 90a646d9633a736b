-- Events of the function interface (POST /api/mutation) as they came, also those we do not know.
CREATE TABLE recorded_event (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    session_external_id VARCHAR(255) NULL,
    type VARCHAR(190) NOT NULL,
    body LONGBLOB NOT NULL,
    received_ms BIGINT NOT NULL,
    CONSTRAINT pk_recorded_event PRIMARY KEY (id),
    CONSTRAINT fk_recorded_event_account FOREIGN KEY (account_id) REFERENCES account (id),
    INDEX ix_recorded_event_account_id_session_external_id (account_id, session_external_id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
