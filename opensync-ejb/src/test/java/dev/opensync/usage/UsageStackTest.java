package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.usage.UsageStack.Layer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageStackTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 31);

    private final List<UsageGroup> days = List.of(
            UsageGroup.ofDay(SATURDAY, sessions(5)),
            UsageGroup.ofDay(SATURDAY.plusDays(1), Usage.NONE),
            UsageGroup.ofDay(SATURDAY.plusDays(2), sessions(4)));
    private final List<UsageGroup> parts =
            List.of(part(SATURDAY, "a", 3), part(SATURDAY, "b", 1), part(SATURDAY.plusDays(2), "a", 4));

    @Test
    void whatNoNamedGroupHasIsTheLastLayer() {
        UsageStack stack = stack(UsagePeriod.DAILY, "a", "b");

        assertThat(stack.starts()).containsExactly(SATURDAY, SATURDAY.plusDays(1), SATURDAY.plusDays(2));
        assertThat(stack.layers()).containsExactly(layer("a", 3, 0, 4), layer("b", 1, 0, 0), layer(null, 1, 0, 0));
    }

    @Test
    void withoutARestThereIsNoLayerForIt() {
        List<UsageGroup> named = parts.subList(2, 3);

        assertThat(UsageStack.of(days.subList(2, 3), named, UsagePeriod.DAILY, UsageDimension.MODEL, List.of("a"))
                        .layers())
                .containsExactly(layer("a", 4));
    }

    @Test
    void daysAddUpToPeriods() {
        UsageStack stack = stack(UsagePeriod.WEEKLY, "a");

        assertThat(stack.starts()).containsExactly(SATURDAY.minusDays(6), SATURDAY.plusDays(1));
        assertThat(stack.layers()).containsExactly(layer("a", 3, 4), layer(null, 2, 0));
    }

    @Test
    void cumulativeLayersGrow() {
        assertThat(stack(UsagePeriod.DAILY, "a").cumulative().layers())
                .containsExactly(layer("a", 3, 3, 7), layer(null, 2, 2, 2));
    }

    @Test
    void noDaysAreNoPeriods() {
        UsageStack stack = UsageStack.of(List.of(), List.of(), UsagePeriod.DAILY, UsageDimension.MODEL, List.of());

        assertThat(stack.starts()).isEmpty();
        assertThat(stack.layers()).isEmpty();
    }

    private UsageStack stack(UsagePeriod period, String... names) {
        List<String> shown = List.of(names);
        return UsageStack.of(
                days,
                parts.stream()
                        .filter(part -> shown.contains(part.name(UsageDimension.MODEL)))
                        .toList(),
                period,
                UsageDimension.MODEL,
                shown);
    }

    private static UsageGroup part(LocalDate day, String model, long sessions) {
        return new UsageGroup(
                Map.of(UsageDimension.DAY, day.toString(), UsageDimension.MODEL, model), sessions(sessions));
    }

    private static Layer layer(String name, long... sessions) {
        return new Layer(
                name, Arrays.stream(sessions).mapToObj(UsageStackTest::sessions).toList());
    }

    private static Usage sessions(long sessions) {
        return new Usage(sessions, sessions * 2, sessions * 10, sessions, sessions * 1000, sessions * 5);
    }
}
