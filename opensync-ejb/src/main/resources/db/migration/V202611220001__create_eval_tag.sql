CREATE TABLE eval_tag (
    session_id BIGINT NOT NULL,
    tag VARCHAR(50) NOT NULL,
    account_id BIGINT NOT NULL,
    CONSTRAINT pk_eval_tag PRIMARY KEY (session_id, tag),
    CONSTRAINT fk_eval_tag_session FOREIGN KEY (session_id) REFERENCES coding_session (id) ON DELETE CASCADE,
    -- EvalRepository.tags
    INDEX ix_eval_tag_account_id_tag (account_id, tag)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
