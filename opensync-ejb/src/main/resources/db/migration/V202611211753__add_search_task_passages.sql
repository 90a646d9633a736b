-- Whether it is about the passages that begin in the run, not about its messages.
ALTER TABLE search_task ADD COLUMN passages BOOLEAN NOT NULL DEFAULT FALSE;
