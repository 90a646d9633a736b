-- EvalRepository.models
ALTER TABLE coding_session
    DROP INDEX ix_coding_session_account_id_eval_ready,
    ADD INDEX ix_coding_session_account_id_eval_ready_model (account_id, eval_ready, model);
