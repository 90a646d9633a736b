-- At most one row: who claimed the empty server. Its key decides between two first visitors of the same moment.
CREATE TABLE first_account (
    id INT NOT NULL,
    account_id BIGINT NOT NULL,
    CONSTRAINT pk_first_account PRIMARY KEY (id),
    CONSTRAINT fk_first_account_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT ck_first_account_id CHECK (id = 1)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
