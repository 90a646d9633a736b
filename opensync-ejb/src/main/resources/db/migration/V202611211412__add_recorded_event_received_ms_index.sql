-- retention.Leftover.RECORDED_EVENT
CREATE INDEX ix_recorded_event_received_ms ON recorded_event (received_ms);
