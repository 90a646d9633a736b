-- How many sessions began in each hour, UTC; derived like usage_daily, and rebuilt together with it.
CREATE TABLE usage_hourly (
    account_id BIGINT NOT NULL,
    day INT NOT NULL,
    hour INT NOT NULL,
    source VARCHAR(128) NOT NULL,
    sessions BIGINT NOT NULL,
    CONSTRAINT pk_usage_hourly PRIMARY KEY (account_id, day, hour, source),
    CONSTRAINT fk_usage_hourly_account FOREIGN KEY (account_id) REFERENCES account (id)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
