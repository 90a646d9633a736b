-- Sessions chosen before there were marks; when exactly is not known.
INSERT INTO eval_mark (session_id, account_id, reviewed_ms)
SELECT id, account_id, updated_ms FROM coding_session WHERE eval_ready;
