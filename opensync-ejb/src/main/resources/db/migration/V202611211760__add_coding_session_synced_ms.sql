-- When a tool last changed the session; updated_ms also moves when its owner does.
ALTER TABLE coding_session ADD COLUMN synced_ms BIGINT NOT NULL DEFAULT 0;
UPDATE coding_session SET synced_ms = updated_ms;
