package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Reading which sessions of an account are chosen for evaluations, and what is said of them. */
@Stateless
public class EvalService {

    @Inject
    EvalRepository evals;

    @EJB
    SessionService sessions;

    @Inject
    InstantSource clock;

    /** {@code sessionId}: public or external id. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public EvalMark mark(long accountId, String sessionId) {
        String id = sessions.get(accountId, sessionId).id();
        return Objects.requireNonNullElse(marks(accountId, List.of(id)).get(id), EvalMark.NONE);
    }

    /** The same with the session, chosen or not. */
    public MarkedSession get(long accountId, String sessionId) {
        SessionSummary session = sessions.get(accountId, sessionId);
        return new MarkedSession(session, mark(accountId, session.id()), null);
    }

    /** By public id; those of someone else and those of which nothing was said are left out. */
    public Map<String, EvalMark> marks(long accountId, Collection<String> publicIds) {
        Map<String, Long> rowIds = evals.rowIds(accountId, publicIds);
        Map<Long, List<String>> tags = evals.tagsOf(accountId, rowIds.values());
        Map<Long, EvalMark> markById = new LinkedHashMap<>();
        evals.marks(accountId, rowIds.values())
                .forEach(row ->
                        markById.put(row.sessionId(), row.toMark(tags.getOrDefault(row.sessionId(), List.of()))));
        Map<String, EvalMark> marks = new LinkedHashMap<>();
        rowIds.forEach((publicId, id) -> {
            if (markById.containsKey(id)) {
                marks.put(publicId, markById.get(id));
            }
        });
        return marks;
    }

    /** Newest mark first; {@code after} null = from the start. */
    public Page<MarkedSession> list(long accountId, EvalFilter filter, @Nullable Cursor after, int limit) {
        return list(accountId, EvalSelection.of(filter), after, limit);
    }

    /** The same of a selection. */
    public Page<MarkedSession> list(long accountId, EvalSelection selection, @Nullable Cursor after, int limit) {
        List<MarkRow> found = evals.list(accountId, selection, after, limit + 1);
        List<MarkRow> shown = found.subList(0, Math.min(limit, found.size()));
        List<Long> ids = shown.stream().map(MarkRow::sessionId).toList();
        Map<Long, SessionSummary> summaries = sessions.findAll(accountId, ids);
        Map<Long, List<String>> tags = evals.tagsOf(accountId, ids);
        List<MarkedSession> items = new ArrayList<>();
        for (MarkRow row : shown) {
            SessionSummary summary = summaries.get(row.sessionId());
            if (summary != null) {
                EvalMark mark = row.toMark(tags.getOrDefault(row.sessionId(), List.of()));
                items.add(new MarkedSession(summary, mark, row.counts()));
            }
        }
        return new Page<>(items, found.size() > limit ? place(shown.get(shown.size() - 1)) : null);
    }

    private static Cursor place(MarkRow last) {
        return new Cursor(Objects.requireNonNull(last.reviewedMs()), last.sessionId());
    }

    /** As far as test cases are counted; {@link EvalCounting} counts the others first. */
    public EvalCounts counts(long accountId, EvalSelection selection) {
        List<EvalGroup> groups = evals.groups(accountId, selection);
        Map<EvalStatus, Long> byStatus = sessionsBy(groups, EvalGroup::status);
        Long lastExport = evals.lastExportMs(accountId);
        return new EvalCounts(
                sum(groups, EvalGroup::sessions),
                sum(groups, EvalGroup::testCases),
                byStatus.getOrDefault(EvalStatus.GOLDEN, 0L),
                byStatus.getOrDefault(EvalStatus.CORRECT, 0L),
                byStatus.getOrDefault(EvalStatus.INCORRECT, 0L),
                byStatus.getOrDefault(EvalStatus.NEEDS_REVIEW, 0L),
                byStatus.getOrDefault(EvalStatus.NONE, 0L),
                sum(groups, EvalGroup::uncounted),
                sessionsBy(groups, EvalGroup::source),
                sessionsBy(
                        groups.stream().filter(group -> group.model() != null).toList(), EvalService::model),
                lastExport == null ? null : Instant.ofEpochMilli(lastExport));
    }

    private static String model(EvalGroup group) {
        return Objects.requireNonNull(group.model());
    }

    private static long sum(List<EvalGroup> groups, ToLongFunction<EvalGroup> number) {
        return groups.stream().mapToLong(number).sum();
    }

    /** Most first. */
    private static <K> Map<K, Long> sessionsBy(List<EvalGroup> groups, Function<EvalGroup, K> name) {
        Map<K, Long> sessions = new LinkedHashMap<>();
        groups.forEach(group -> sessions.merge(name.apply(group), group.sessions(), Long::sum));
        Map<K, Long> ordered = new LinkedHashMap<>();
        sessions.entrySet().stream()
                .sorted(Map.Entry.<K, Long>comparingByValue().reversed())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** Of all sessions of the account: those tags that begin so, most used first. */
    public List<String> tags(long accountId, String beginning, int limit) {
        return evals.tags(accountId, beginning.strip().toLowerCase(Locale.ROOT), limit);
    }

    /** Of the chosen sessions, in order. */
    public List<String> models(long accountId) {
        return evals.models(accountId);
    }

    public List<UncountedSession> findUncounted(long accountId, EvalSelection selection, int limit) {
        return evals.findUncounted(accountId, selection, limit);
    }

    /** The account has just taken its test cases out. */
    public void noteExport(long accountId) {
        evals.storeExport(accountId, clock.millis());
    }
}
