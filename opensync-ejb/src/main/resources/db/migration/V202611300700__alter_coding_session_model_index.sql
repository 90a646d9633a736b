-- SessionListQuery: the last sessions of a model, however long ago it was used.
ALTER TABLE coding_session
    DROP INDEX ix_coding_session_account_id_model,
    ADD INDEX ix_coding_session_account_id_model_updated_ms (account_id, model, updated_ms, id);
