-- subject_hash: SHA-256 of "account:<e-mail>" or "address:<network address>", so that neither is kept in clear.
CREATE TABLE sign_in_failure (
    subject_hash BINARY(32) NOT NULL,
    failures INT NOT NULL,
    last_ms BIGINT NOT NULL,
    blocked_until_ms BIGINT NOT NULL,
    CONSTRAINT pk_sign_in_failure PRIMARY KEY (subject_hash),
    -- SignInFailureRepository.forgetOld
    INDEX ix_sign_in_failure_last_ms (last_ms)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
