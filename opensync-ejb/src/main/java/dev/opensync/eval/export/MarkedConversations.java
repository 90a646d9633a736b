package dev.opensync.eval.export;

import dev.opensync.eval.ChosenCases;
import dev.opensync.eval.EvalMark;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.EvalService;
import dev.opensync.eval.MarkedSession;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.HeldMessages;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.Walk;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import dev.opensync.sharing.Redaction;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The chosen sessions of an account as an export shows them: without secrets and, on request, without names. A page of them is
 * read at a time, and their messages only when somebody walks them.
 */
@ApplicationScoped
public class MarkedConversations {

    /** What stands for the name of a project. */
    private static final String PROJECT = "project";

    private static final int PAGE = 100;

    @EJB
    EvalService evals;

    @Inject
    TranscriptReader transcripts;

    /** Newest mark first. May be walked more than once; each walk reads again. */
    public Iterable<Conversation> of(long accountId, EvalSelection selection, ExportOptions options) {
        return Walk.map(
                sessions(accountId, selection),
                session -> conversation(accountId, session, selection.cases(), options));
    }

    Iterable<MarkedSession> sessions(long accountId, EvalSelection selection) {
        return () -> new Pages(accountId, selection);
    }

    Conversation conversation(long accountId, MarkedSession marked, ChosenCases cases, ExportOptions options) {
        SessionSummary session = marked.session();
        EvalMark mark = marked.mark();
        Redaction redaction = Redaction.ofSecrets(options.anonymous(), secret -> {});
        Iterable<TranscriptMessage> messages = transcripts.messages(accountId, session.id());
        return new Conversation(
                id(session, redaction),
                session.source(),
                session.model(),
                project(session, options, redaction),
                mark.tags().stream().map(redaction::of).toList(),
                mark.status() == EvalStatus.NONE ? null : mark.status().wireName(),
                mark.expectedOutput().isEmpty() ? null : redaction.of(mark.expectedOutput()),
                session.tokens(),
                session.durationMs(),
                session.createdAt(),
                marked.counts(),
                cases.of(session),
                new HeldMessages(Walk.map(messages, message -> spoken(message, options, redaction))));
    }

    /** Ids that differ only in what is not told still differ. */
    private static String id(SessionSummary session, Redaction redaction) {
        String told = redaction.of(session.externalId());
        return told.equals(session.externalId()) ? told : told + "-" + session.id();
    }

    private static @Nullable String project(SessionSummary session, ExportOptions options, Redaction redaction) {
        String project = session.projectName() == null ? session.projectPath() : session.projectName();
        if (project == null || project.isEmpty()) {
            return null;
        }
        return options.anonymous() ? PROJECT : redaction.of(project);
    }

    private static SpokenMessage spoken(TranscriptMessage message, ExportOptions options, Redaction redaction) {
        SpokenMessage spoken = SpokenMessage.of(message);
        SpokenMessage shown = options.toolCalls() && !spoken.tools().isEmpty()
                ? SpokenMessage.of(redaction.of(message, message.id()))
                : spoken.withoutTools();
        return shown.withText(redaction.of(spoken.text()));
    }

    private final class Pages implements Iterator<MarkedSession> {

        private final long accountId;
        private final EvalSelection selection;
        private final Queue<MarkedSession> page = new ArrayDeque<>();
        private @Nullable Cursor next;
        private boolean started;

        Pages(long accountId, EvalSelection selection) {
            this.accountId = accountId;
            this.selection = selection;
        }

        @Override
        public boolean hasNext() {
            while (page.isEmpty() && (!started || next != null)) {
                Page<MarkedSession> read = evals.list(accountId, selection, next, PAGE);
                page.addAll(read.items());
                next = read.next();
                started = true;
            }
            return !page.isEmpty();
        }

        @Override
        public MarkedSession next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }
    }
}
