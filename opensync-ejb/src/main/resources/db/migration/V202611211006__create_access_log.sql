CREATE TABLE access_log (
    id BIGINT NOT NULL AUTO_INCREMENT,
    account_id BIGINT NOT NULL,
    api_key_id BIGINT NULL,
    endpoint VARCHAR(255) NOT NULL,
    method VARCHAR(16) NOT NULL,
    status_code INT NOT NULL,
    response_time_ms INT NOT NULL,
    created_ms BIGINT NOT NULL,
    CONSTRAINT pk_access_log PRIMARY KEY (id),
    CONSTRAINT fk_access_log_account FOREIGN KEY (account_id) REFERENCES account (id),
    -- AccessLogRepository.newestFirst
    INDEX ix_access_log_account_id_created_ms (account_id, created_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
