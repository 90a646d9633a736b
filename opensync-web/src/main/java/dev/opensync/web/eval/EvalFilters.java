package dev.opensync.web.eval;

import dev.opensync.eval.EvalFilter;
import dev.opensync.session.EvalStatus;
import dev.opensync.web.faces.PageScope;
import dev.opensync.web.faces.QueryString;
import dev.opensync.web.session.FilterPill;
import dev.opensync.web.session.SourceBadge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions marked for evals a reader wants listed, as the address of the page says it.
 *
 * @param project part of a project's name or path
 */
public record EvalFilters(
        PageScope scope,
        @Nullable EvalStatus status,
        @Nullable String tag,
        @Nullable String project,
        @Nullable String model,
        @Nullable Long minTokens) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    /** From the parameters of an address; what cannot be used does not count. */
    static EvalFilters of(Map<String, String> parameters) {
        return new EvalFilters(
                PageScope.of(parameters),
                text(parameters, "status").flatMap(EvalFilters::status).orElse(null),
                text(parameters, "tag").map(tag -> tag.toLowerCase(Locale.ROOT)).orElse(null),
                text(parameters, "project").orElse(null),
                text(parameters, "model").orElse(null),
                text(parameters, "minTokens")
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(Long::valueOf)
                        .orElse(null));
    }

    /** Empty for what is no status. */
    static Optional<EvalStatus> status(String wireName) {
        return Stream.of(EvalStatus.values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst();
    }

    /** What somebody can say of a session, as addresses name it. */
    static List<String> statusNames() {
        return Stream.of(EvalStatus.values())
                .filter(status -> status != EvalStatus.NONE)
                .map(EvalStatus::wireName)
                .toList();
    }

    /** The address of what is listed, from its beginning. */
    public QueryString query() {
        return scope.query()
                .with("status", statusName())
                .with("tag", tag)
                .with("project", project)
                .with("model", model)
                .with("minTokens", minTokensText());
    }

    EvalFilter filter(LocalDate today) {
        LocalDate last = scope.to();
        return new EvalFilter(
                scope.source(),
                model,
                status == null ? Set.of() : Set.of(status),
                tag == null ? Set.of() : Set.of(tag),
                start(scope.from(today)),
                start(last == null ? null : last.plusDays(1)),
                minTokens,
                project);
    }

    List<FilterPill> pills() {
        List<FilterPill> pills = new ArrayList<>();
        String source = scope.source();
        add(pills, "source", source == null ? null : SourceBadge.of(source).name());
        add(pills, "days", scope.days());
        add(pills, "from", scope.first());
        add(pills, "to", scope.last());
        add(pills, "status", status == null ? null : EvalRow.statusText(status));
        add(pills, "tag", tag);
        add(pills, "project", project);
        add(pills, "model", model);
        add(pills, "minTokens", minTokens);
        return List.copyOf(pills);
    }

    private void add(List<FilterPill> pills, String name, @Nullable Object value) {
        if (value != null) {
            pills.add(new FilterPill(
                    name, Objects.toString(value), query().without(name).afterPath()));
        }
    }

    /** As addresses name it; empty for any. */
    public String statusName() {
        return status == null ? "" : status.wireName();
    }

    /** Empty for any number. */
    public String minTokensText() {
        return Objects.toString(minTokens, "");
    }

    private static Optional<String> text(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
