package dev.opensync.bench;

/** The statements of one sync transaction: those of SessionTable, MessageTable, UsageDeltas and SearchTasks. */
final class PlainSql {

    static final String LOCK = """
            SELECT id, public_id, external_id, title, project_path, project_name, model, provider,
                source, source_given, prompt_tokens, completion_tokens, message_prompt_tokens,
                message_completion_tokens, cost_micros, duration_ms, message_count, next_sequence, metadata,
                created_ms, created_given, updated_ms
            FROM coding_session
            WHERE account_id = ? AND external_id IN (?)
            ORDER BY external_id
            FOR UPDATE
            """;

    static final String CREATE = """
            INSERT INTO coding_session (public_id, account_id, external_id, source, source_given, created_ms,
                created_given, updated_ms, synced_ms)
            VALUES (?, ?, ?, ?, FALSE, ?, FALSE, ?, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;

    static final String UPDATE_SESSION = """
            UPDATE coding_session SET
                title = ?, project_path = ?, project_name = ?, model = ?, provider = ?, source = ?, source_given = ?,
                prompt_tokens = ?, completion_tokens = ?, message_prompt_tokens = ?, message_completion_tokens = ?,
                cost_micros = ?, duration_ms = ?, message_count = ?, next_sequence = ?, metadata = ?,
                created_ms = ?, created_given = ?, updated_ms = ?, synced_ms = ?
            WHERE id = ?
            """;

    static final String FIND = """
            SELECT session_id, sequence, external_id, model, prompt_tokens, completion_tokens, duration_ms,
                text_hash, parts_hash, metadata
            FROM message
            WHERE (session_id = ? AND external_id IN (%s))
            """;

    static final String INSERT_MESSAGE = """
            INSERT INTO message
                (session_id, sequence, external_id, role, model, prompt_tokens, completion_tokens, duration_ms,
                 text_hash, parts_hash, metadata, created_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String INSERT_PART = """
            INSERT INTO message_part (session_id, message_sequence, part_number, type, content, extra)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    static final String ADD_USAGE = """
            INSERT INTO usage_daily
                (account_id, day, bucket, source, provider, model, project,
                 sessions, messages, prompt_tokens, completion_tokens, cost_micros, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
                sessions = sessions + VALUES(sessions),
                messages = messages + VALUES(messages),
                prompt_tokens = prompt_tokens + VALUES(prompt_tokens),
                completion_tokens = completion_tokens + VALUES(completion_tokens),
                cost_micros = cost_micros + VALUES(cost_micros),
                duration_ms = duration_ms + VALUES(duration_ms)
            """;

    static final String LEAVE_SEARCH_TASK = """
            INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence, created_ms)
            SELECT search_index.id, changed.session_id, changed.first_sequence, changed.last_sequence,
                ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)
            FROM search_index CROSS JOIN (SELECT ? AS session_id, ? AS first_sequence, ? AS last_sequence) changed
            """;

    private PlainSql() {}
}
