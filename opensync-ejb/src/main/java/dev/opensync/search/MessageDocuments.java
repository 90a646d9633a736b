package dev.opensync.search;

import dev.opensync.session.SessionSummary;
import dev.opensync.session.StoredSession;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes the documents of one session. */
final class MessageDocuments {

    private final StoredSession stored;
    private final SessionSummary session;

    MessageDocuments(StoredSession stored) {
        this.stored = stored;
        session = stored.summary();
    }

    MessageDocument ofSession() {
        MessageDocument document = document(SearchTasks.SESSION);
        document.createdMs = session.createdAt().toEpochMilli();
        document.model = session.model();
        String title = session.title();
        document.title = title == null ? null : SearchableText.clean(title);
        return document;
    }

    MessageDocument of(TranscriptMessage message) {
        SearchableText words = SearchableText.of(message);
        MessageDocument document = document(message.sequence());
        document.createdMs = message.createdAt().toEpochMilli();
        document.role = message.role().name();
        document.model = Objects.requireNonNullElse(message.model(), Objects.requireNonNullElse(session.model(), ""));
        document.tool = List.copyOf(words.toolNames);
        document.text = words.text;
        document.thinking = words.thinking;
        document.toolText = words.toolText;
        return document;
    }

    private MessageDocument document(int sequence) {
        MessageDocument document = new MessageDocument();
        document.id = MessageDocument.id(stored.id(), sequence);
        document.accountId = Long.toString(stored.accountId());
        document.sessionId = stored.id();
        document.sequence = sequence;
        document.shared = session.isPublic();
        document.eval = session.evalReady();
        document.status = stored.marks().status();
        document.tag = stored.marks().tags();
        document.source = session.source();
        document.project = project(session);
        return document;
    }

    static List<String> project(SessionSummary session) {
        return Stream.of(session.projectName(), session.projectPath())
                .filter(Objects::nonNull)
                .toList();
    }
}
