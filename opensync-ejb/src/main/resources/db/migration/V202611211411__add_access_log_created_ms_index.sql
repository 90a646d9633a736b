-- retention.Leftover.ACCESS_LOG
CREATE INDEX ix_access_log_created_ms ON access_log (created_ms);
