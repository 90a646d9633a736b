-- SessionListQuery by the path of a project; its beginning tells enough, and the whole is too long for a key.
CREATE INDEX ix_coding_session_account_id_project_path ON coding_session (account_id, project_path(191));
