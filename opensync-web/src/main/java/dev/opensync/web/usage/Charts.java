package dev.opensync.web.usage;

import dev.opensync.usage.HourOfWeek;
import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsagePeriod;
import dev.opensync.usage.UsageStack;
import dev.opensync.web.chart.BarChart;
import dev.opensync.web.chart.BarChart.Layer;
import dev.opensync.web.chart.HeatGrid;
import dev.opensync.web.chart.HeatGrid.Cell;
import dev.opensync.web.chart.HeatGrid.Row;
import dev.opensync.web.chart.Shares;
import dev.opensync.web.chart.Shares.Share;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** The charts of the pages about usage, made of sums. */
final class Charts {

    /** Of a ring; what is smaller is one part together. */
    private static final int SHARES = 5;

    private static final int WEEK = 7;
    private static final int HOURS = 24;

    private Charts() {}

    static BarChart stacked(UsageStack stack, UsageDates dates, UsagePeriod period, Measure measure) {
        return new BarChart(
                stack.starts().stream().map(start -> dates.name(period, start)).toList(),
                stack.layers().stream()
                        .map(layer -> layer(
                                Objects.requireNonNullElseGet(layer.name(), () -> PageTexts.get("usage_rest")),
                                layer.usage(),
                                measure::of))
                        .toList(),
                measure::write);
    }

    /** Prompt and completion tokens of each day, of longer periods where the days are too many. */
    static BarChart tokens(List<UsageGroup> days, UsageDates dates) {
        UsagePeriod period = dates.period(UsagePeriod.DAILY);
        List<UsageGroup> periods = dates.inPeriods(days);
        List<Usage> usage = periods.stream().map(UsageGroup::usage).toList();
        return new BarChart(
                periods.stream().map(start -> dates.name(period, start.day())).toList(),
                List.of(
                        layer(PageTexts.get("usage_prompt"), usage, Usage::promptTokens),
                        layer(PageTexts.get("usage_completion"), usage, Usage::completionTokens)),
                Formats::count);
    }

    /** {@code models}: those with the most tokens; {@code allTokens}: also of the models that are not among them. */
    static Shares distribution(List<UsageGroup> models, long allTokens) {
        List<Share> shares = new ArrayList<>();
        long rest = allTokens;
        for (UsageGroup model : models.subList(0, Math.min(SHARES, models.size()))) {
            long tokens = model.usage().tokens();
            rest -= tokens;
            shares.add(new Share(
                    Objects.requireNonNullElse(model.name(UsageDimension.MODEL), ""), tokens, Formats.count(tokens)));
        }
        if (rest > 0) {
            shares.add(new Share(PageTexts.get("usage_rest"), rest, Formats.count(rest)));
        }
        return new Shares(shares);
    }

    /** Sessions of each day, a column for each week from Sunday on; {@code days} end with today. */
    static HeatGrid calendar(List<UsageGroup> days) {
        LocalDate first = UsagePeriod.WEEKLY.startOf(days.get(0).day());
        Map<LocalDate, Long> sessionsByDay = new HashMap<>();
        days.forEach(day -> sessionsByDay.put(day.day(), day.usage().sessions()));
        List<LocalDate> weeks = first.datesUntil(days.get(days.size() - 1).day().plusDays(1), Period.ofWeeks(1))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < WEEK; i++) {
            int offset = i;
            rows.add(new Row(
                    Formats.weekday(first.plusDays(i).getDayOfWeek()),
                    weeks.stream()
                            .map(week -> cell(week.plusDays(offset), sessionsByDay))
                            .toList()));
        }
        return new HeatGrid(weeks.stream().map(Formats::day).toList(), rows, Formats::grouped);
    }

    /** Sessions that began in each hour of the week, Sunday first. */
    static HeatGrid week(List<HourOfWeek> hours) {
        Map<DayOfWeek, long[]> sessionsByDay = new EnumMap<>(DayOfWeek.class);
        hours.forEach(hour ->
                sessionsByDay.computeIfAbsent(hour.day(), day -> new long[HOURS])[hour.hour()] += hour.sessions());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < WEEK; i++) {
            DayOfWeek day = DayOfWeek.SUNDAY.plus(i);
            long[] sessions = sessionsByDay.getOrDefault(day, new long[HOURS]);
            List<Cell> cells = new ArrayList<>();
            for (int hour = 0; hour < HOURS; hour++) {
                cells.add(new Cell(Formats.weekday(day) + " " + clock(hour), sessions[hour]));
            }
            rows.add(new Row(Formats.weekday(day), cells));
        }
        return new HeatGrid(IntStream.range(0, HOURS).mapToObj(Charts::clock).toList(), rows, Formats::grouped);
    }

    private static String clock(int hour) {
        return String.format(Locale.ROOT, "%02d:00", hour);
    }

    private static Cell cell(LocalDate day, Map<LocalDate, Long> sessionsByDay) {
        Long sessions = sessionsByDay.get(day);
        return sessions == null ? Cell.NONE : new Cell(Formats.fullDay(day), sessions);
    }

    private static Layer layer(String name, List<Usage> usage, ToLongFunction<Usage> figure) {
        return new Layer(name, usage.stream().map(figure::applyAsLong).toList());
    }
}
