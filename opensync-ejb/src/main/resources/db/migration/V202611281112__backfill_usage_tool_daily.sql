-- Days before 1970 are negative.
UPDATE session_tool_count
JOIN coding_session ON coding_session.id = session_tool_count.session_id
SET day = (created_ms - MOD(MOD(created_ms, 86400000) + 86400000, 86400000)) DIV 86400000,
    session_tool_count.source = coding_session.source;

INSERT INTO usage_tool_daily
    (account_id, day, source, tool, sessions, calls, results, failures, timed_calls, duration_ms)
SELECT s.account_id, c.day, c.source, t.tool, COUNT(*), SUM(t.calls), SUM(t.results), SUM(t.failures),
    SUM(t.timed_calls), SUM(t.duration_ms)
FROM session_tool t
JOIN session_tool_count c ON c.session_id = t.session_id
JOIN coding_session s ON s.id = t.session_id
GROUP BY s.account_id, c.day, c.source, t.tool;
