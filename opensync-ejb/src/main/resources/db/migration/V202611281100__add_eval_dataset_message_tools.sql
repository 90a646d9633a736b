-- JSON of what tools did in the message, as an archive of files shows it; null for nothing.
ALTER TABLE eval_dataset_message ADD COLUMN tools LONGTEXT NULL;
