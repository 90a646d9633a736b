package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageEntry;
import dev.opensync.usage.UsageMixes;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import dev.opensync.web.chart.BarChart;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.Widget;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.SourceBadge;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What the reader has stored here, as a part of the settings page; read from the daily sums alone. */
@Named
@RequestScoped
public class UsageSummaryView {

    private static final int DAYS = 30;
    private static final int PROJECTS = 10;
    private static final int MODELS = 5;

    @Inject
    UsageService usage;

    @Inject
    SignedInAccount signedIn;

    private Widget<List<Figure>> cards = new Widget<>(null);
    private Widget<List<Source>> sources = new Widget<>(null);
    private Widget<BarChart> tokens = new Widget<>(null);
    private Widget<List<UsageLine>> models = new Widget<>(null);
    private Widget<List<UsageLine>> projects = new Widget<>(null);

    /**
     * What one coding tool has sent.
     *
     * @param last day on which a session of it began
     */
    public record Source(SourceBadge badge, UsageLine line, String last) {

        private static Source of(UsageEntry entry, long allTokens) {
            return new Source(
                    SourceBadge.of(Objects.requireNonNullElse(entry.name(), "")),
                    UsageLine.of(entry.name(), entry.usage(), allTokens, allTokens),
                    Formats.fullDay(entry.last()));
        }
    }

    @PostConstruct
    void load() {
        long account = signedIn.getId();
        LocalDate today = usage.today();
        UsageDates dates = new UsageDates(today.minusDays(DAYS - 1), today, DAYS);
        Widget<UsageMixes> all = Widget.read(() -> usage.mixes(account, UsageQuery.ALL));
        cards = all.then(stored -> cards(stored.sum()));
        sources = all.then(stored -> stored.entries(UsageDimension.SOURCE).stream()
                .map(entry -> Source.of(entry, stored.sum().tokens()))
                .toList());
        tokens = Widget.read(() ->
                Charts.tokens(usage.days(account, UsageQuery.ALL.between(dates.from(), dates.to())), dates));
        models = all.then(stored -> largest(stored, UsageDimension.MODEL, MODELS));
        projects = all.then(stored -> largest(stored, UsageDimension.PROJECT, PROJECTS));
    }

    private static List<UsageLine> largest(UsageMixes stored, UsageDimension dimension, int limit) {
        return UsageLine.of(
                stored.largest(dimension, limit), dimension, stored.sum().tokens());
    }

    private static List<Figure> cards(Usage all) {
        String tokens = Formats.count(all.tokens());
        String exact = Formats.grouped(all.tokens());
        return List.of(
                new Figure("sessions", Formats.grouped(all.sessions()), ""),
                new Figure("messages", Formats.grouped(all.messages()), ""),
                new Figure("tokens", tokens, exact.equals(tokens) ? "" : exact),
                new Figure("cost", Formats.money(all.costMicros()), ""),
                new Figure("duration", Formats.duration(all.durationMs()), ""));
    }

    public Widget<List<Figure>> getCards() {
        return cards;
    }

    public Widget<List<Source>> getSources() {
        return sources;
    }

    /** Of the last {@link #DAYS} days. */
    public Widget<BarChart> getTokens() {
        return tokens;
    }

    public Widget<List<UsageLine>> getModels() {
        return models;
    }

    public Widget<List<UsageLine>> getProjects() {
        return projects;
    }
}
