package dev.opensync.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one transaction changed, collected and left with it for every index that has to know. */
public final class SearchTasks {

    /** The place of the session itself among its messages, which count from 1. */
    static final int SESSION = 0;

    private static final String INSERT = """
            INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence, created_ms)
            SELECT search_index.id, changed.session_id, changed.first_sequence, changed.last_sequence,
                ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000)
            FROM search_index CROSS JOIN (%s) changed
            """;
    private static final String RUN = "SELECT ? AS session_id, ? AS first_sequence, ? AS last_sequence";

    private final SortedMap<Long, SortedSet<Integer>> sequencesBySession = new TreeMap<>();
    private final SortedSet<Long> wholeSessions = new TreeSet<>();

    /** A message is new or has changed. */
    public void addMessage(long sessionId, int sequence) {
        sequencesBySession.computeIfAbsent(sessionId, id -> new TreeSet<>()).add(sequence);
    }

    /** What is told of the session alone, such as its title, has changed. */
    public void addSession(long sessionId) {
        addMessage(sessionId, SESSION);
    }

    /** Something has changed by which its messages are found too. */
    public void addWholeSession(long sessionId) {
        wholeSessions.add(sessionId);
    }

    public void write(Connection connection) throws SQLException {
        List<Run> runs = runs();
        if (runs.isEmpty()) {
            return;
        }
        String rows = String.join(" UNION ALL ", Collections.nCopies(runs.size(), RUN));
        try (PreparedStatement statement = connection.prepareStatement(INSERT.formatted(rows))) {
            int index = 1;
            for (Run run : runs) {
                statement.setLong(index++, run.sessionId);
                statement.setInt(index++, run.first);
                statement.setInt(index++, run.last);
            }
            statement.executeUpdate();
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        wholeSessions.forEach(sessionId -> runs.add(new Run(sessionId, SESSION, Integer.MAX_VALUE)));
        sequencesBySession.forEach((sessionId, sequences) -> {
            if (!wholeSessions.contains(sessionId)) {
                addRuns(sessionId, sequences, runs);
            }
        });
        return runs;
    }

    private static void addRuns(long sessionId, SortedSet<Integer> sequences, List<Run> runs) {
        int first = sequences.first();
        int last = first;
        for (int sequence : sequences.tailSet(first + 1)) {
            if (sequence > last + 1) {
                runs.add(new Run(sessionId, first, last));
                first = sequence;
            }
            last = sequence;
        }
        runs.add(new Run(sessionId, first, last));
    }

    private record Run(long sessionId, int first, int last) {}
}
