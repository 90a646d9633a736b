-- How far an index is behind. By the clock of the database, which all nodes share.
ALTER TABLE search_task ADD COLUMN created_ms BIGINT NOT NULL DEFAULT 0;
