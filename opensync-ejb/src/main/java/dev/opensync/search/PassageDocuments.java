package dev.opensync.search;

import dev.opensync.session.StoredSession;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Makes the documents of the passages of one session while its messages go by in order. */
final class PassageDocuments {

    private static final int SHOWN_CHARS = 240;

    private final StoredSession session;
    private final List<Unfinished> unfinished = new ArrayList<>();

    PassageDocuments(StoredSession session) {
        this.session = session;
    }

    /** Their messages come from now on. */
    void expect(Map<StoredPassage, byte[]> vectors) {
        vectors.forEach((passage, vector) -> unfinished.add(new Unfinished(passage, vector)));
    }

    /** Those that end with this message. */
    List<PassageDocument> with(MessageDocument message) {
        List<PassageDocument> finished = new ArrayList<>();
        // A long message is in thousands of pieces: its text is put together once for all of them.
        String said = said(message);
        for (Iterator<Unfinished> all = unfinished.iterator(); all.hasNext(); ) {
            Unfinished passage = all.next();
            if (passage.passage.key().firstSequence() > message.sequence) {
                break;
            }
            passage.add(message, said);
            if (passage.passage.lastSequence() <= message.sequence) {
                finished.add(passage.document(session));
                all.remove();
            }
        }
        return finished;
    }

    private static String said(MessageDocument message) {
        return message.sequence == SearchTasks.SESSION ? Objects.requireNonNullElse(message.title, "") : message.said();
    }

    /** What is known of a passage so far. */
    private static final class Unfinished {

        private final StoredPassage passage;
        private final byte[] vector;
        private final List<String> texts = new ArrayList<>();
        private final Set<Long> createdMs = new LinkedHashSet<>();
        private final Set<String> roles = new LinkedHashSet<>();
        private final Set<String> models = new LinkedHashSet<>();
        private final Set<String> tools = new LinkedHashSet<>();

        Unfinished(StoredPassage passage, byte[] vector) {
            this.passage = passage;
            this.vector = vector;
        }

        void add(MessageDocument message, String said) {
            if (said.isBlank()) {
                return;
            }
            texts.add(said);
            createdMs.add(message.createdMs);
            if (message.role != null) {
                roles.add(message.role);
            }
            if (message.model != null) {
                models.add(message.model);
            }
            tools.addAll(message.tool);
        }

        PassageDocument document(StoredSession session) {
            PassageDocument document = new PassageDocument();
            document.id = PassageDocument.id(session.id(), passage.key());
            document.accountId = Long.toString(session.accountId());
            document.modelId = Long.toString(passage.modelId());
            document.sessionId = session.id();
            document.sequence = passage.key().firstSequence();
            document.createdMs = List.copyOf(createdMs);
            document.shared = session.summary().isPublic();
            document.eval = session.summary().evalReady();
            document.status = session.marks().status();
            document.tag = session.marks().tags();
            document.role = List.copyOf(roles);
            document.source = session.summary().source();
            document.model = List.copyOf(models);
            document.project = MessageDocuments.project(session.summary());
            document.tool = List.copyOf(tools);
            document.text = text();
            document.beginning = beginning(document.text);
            document.setVector(vector);
            return document;
        }

        /** A message may have changed since it was cut into pieces; then it will be cut again soon. */
        private String text() {
            String all = texts.size() == 1 ? texts.get(0) : String.join("\n", texts);
            return all.substring(Math.min(passage.start(), all.length()), Math.min(passage.end(), all.length()));
        }

        private static String beginning(String text) {
            String whole = text.strip();
            if (whole.length() <= SHOWN_CHARS) {
                return whole;
            }
            int end = Character.isLowSurrogate(whole.charAt(SHOWN_CHARS)) ? SHOWN_CHARS - 1 : SHOWN_CHARS;
            return whole.substring(0, end) + " …";
        }
    }
}
