-- Browsers remembered before this column came are let in once more: nobody knows since when they have been.
ALTER TABLE remembered_browser ADD COLUMN created_ms BIGINT NOT NULL DEFAULT 0;
