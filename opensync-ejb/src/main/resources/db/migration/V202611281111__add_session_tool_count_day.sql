-- Where the rows of session_tool are counted in usage_tool_daily; NULL = nowhere.
ALTER TABLE session_tool_count
    ADD COLUMN day INT NULL,
    ADD COLUMN source VARCHAR(128) NULL;
