-- SessionRepository.list: one for each order. The narrow ones are for conditions that few sessions meet; they lack the order
-- on purpose, because each message that comes in would have to move a row in every one of them.
ALTER TABLE coding_session
    ADD INDEX ix_coding_session_account_id_created_ms (account_id, created_ms, id),
    ADD INDEX ix_coding_session_account_id_total_tokens (account_id, total_tokens, id),
    ADD INDEX ix_coding_session_account_id_cost_micros (account_id, cost_micros, id),
    ADD INDEX ix_coding_session_account_id_message_count (account_id, message_count, id),
    ADD INDEX ix_coding_session_account_id_project_name (account_id, project_name),
    ADD INDEX ix_coding_session_account_id_model (account_id, model),
    ADD INDEX ix_coding_session_account_id_provider (account_id, provider),
    ADD INDEX ix_coding_session_account_id_is_public (account_id, is_public),
    ADD INDEX ix_coding_session_account_id_eval_ready (account_id, eval_ready);
