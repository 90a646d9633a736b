-- SessionRepository.newestFirst with a source: without it a rare source would read the whole history.
CREATE INDEX ix_coding_session_account_id_source_updated_ms ON coding_session (account_id, source, updated_ms, id);
