-- When an administrator ordered it to be built anew, until that has begun.
ALTER TABLE search_index ADD COLUMN ordered_ms BIGINT NULL;
