package dev.opensync.web.session;

import dev.opensync.session.EvalStatus;
import dev.opensync.web.faces.PageScope;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.faces.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a list, shown with a way to take it away.
 *
 * @param name of what is narrowed, such as {@code project}; with the value where that is none of the reader's words
 * @param value in the reader's words; may be empty
 * @param without the address of the list without the condition, after its path
 */
public record FilterPill(String name, String value, String without) {

    static List<FilterPill> of(SessionFilters filters) {
        List<FilterPill> pills = new ArrayList<>();
        QueryString query = filters.query();
        PageScope scope = filters.scope();
        if (filters.isSearch()) {
            pills.add(new FilterPill(
                    "words", filters.words(), query.without("q", "type").afterPath()));
        }
        if (scope.source() != null) {
            pills.add(new FilterPill(
                    "source",
                    SourceBadge.of(scope.source()).name(),
                    query.without("source").afterPath()));
        }
        if (scope.days() != null) {
            pills.add(new FilterPill(
                    "days", scope.days().toString(), query.without("days").afterPath()));
        }
        add(pills, "from", scope.first(), query);
        add(pills, "to", scope.last(), query);
        add(pills, "project", filters.project(), query);
        add(pills, "model", filters.model(), query);
        add(pills, "provider", filters.provider(), query);
        addYesOrNo(pills, "eval", filters.evalReady(), query);
        addYesOrNo(pills, "shared", filters.shared(), query);
        EvalStatus status = filters.status();
        add(pills, "status", status == null ? null : PageTexts.get("evals_status_" + status.wireName()), query);
        add(pills, "tag", filters.tag(), query);
        return List.copyOf(pills);
    }

    private static void add(List<FilterPill> pills, String name, @Nullable Object value, QueryString query) {
        if (value != null) {
            pills.add(new FilterPill(
                    name, Objects.toString(value), query.without(name).afterPath()));
        }
    }

    private static void addYesOrNo(List<FilterPill> pills, String name, @Nullable Boolean value, QueryString query) {
        if (value != null) {
            pills.add(new FilterPill(
                    name + (value ? "_yes" : "_no"), "", query.without(name).afterPath()));
        }
    }
}
