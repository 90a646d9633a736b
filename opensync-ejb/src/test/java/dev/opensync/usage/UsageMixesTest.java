package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.usage.UsageMixes.Mix;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageMixesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 30);

    private final UsageMixes mixes = new UsageMixes(List.of(
            mix("pi", "opus", "shop", 10, FRIDAY),
            mix("pi", "sonnet", null, 30, FRIDAY.minusDays(2)),
            mix("opencode", "opus", null, 25, FRIDAY.minusDays(1))));

    @Test
    void entriesAddUpAndTheLargestIsFirst() {
        assertThat(mixes.entries(UsageDimension.SOURCE))
                .containsExactly(
                        new UsageEntry("pi", usage(2, 40), FRIDAY),
                        new UsageEntry("opencode", usage(1, 25), FRIDAY.minusDays(1)));
        assertThat(mixes.entries(UsageDimension.PROJECT))
                .containsExactly(
                        new UsageEntry(null, usage(2, 55), FRIDAY.minusDays(1)),
                        new UsageEntry("shop", usage(1, 10), FRIDAY));
    }

    @Test
    void groupsAreOfTheirDimensionsAlone() {
        assertThat(mixes.groups(EnumSet.of(UsageDimension.MODEL)))
                .containsExactly(
                        new UsageGroup(Map.of(UsageDimension.MODEL, "opus"), usage(2, 35)),
                        new UsageGroup(Map.of(UsageDimension.MODEL, "sonnet"), usage(1, 30)));
        assertThat(mixes.groups(EnumSet.of(UsageDimension.PROJECT, UsageDimension.MODEL)))
                .containsExactly(
                        new UsageGroup(Map.of(UsageDimension.MODEL, "sonnet"), usage(1, 30)),
                        new UsageGroup(Map.of(UsageDimension.MODEL, "opus"), usage(1, 25)),
                        new UsageGroup(
                                Map.of(UsageDimension.MODEL, "opus", UsageDimension.PROJECT, "shop"), usage(1, 10)));
        assertThat(mixes.largest(UsageDimension.MODEL, 1)).hasSize(1);
    }

    @Test
    void equalGroupsAreInTheOrderOfTheirNames() {
        UsageMixes equal = new UsageMixes(List.of(
                mix("pi", "b", "shop", 1, FRIDAY), mix("pi", "a", "shop", 1, FRIDAY), mix("pi", "a", null, 1, FRIDAY)));

        assertThat(equal.groups(EnumSet.of(UsageDimension.MODEL, UsageDimension.PROJECT)))
                .extracting(group -> group.name(UsageDimension.MODEL) + " " + group.name(UsageDimension.PROJECT))
                .containsExactly("a null", "a shop", "b shop");
    }

    @Test
    void sessionsWithoutAProjectAreNoProject() {
        assertThat(mixes.totals()).isEqualTo(new UsageTotals(usage(3, 65), 2, 1));
        assertThat(new UsageMixes(List.of()).totals()).isEqualTo(new UsageTotals(Usage.NONE, 0, 0));
    }

    @Test
    void narrowedTwiceTheyHaveBothNames() {
        assertThat(mixes.of(UsageDimension.SOURCE, "pi")
                        .of(UsageDimension.MODEL, "opus")
                        .sum())
                .isEqualTo(usage(1, 10));
        assertThat(mixes.of(UsageDimension.SOURCE, "opencode")
                        .of(UsageDimension.PROJECT, "shop")
                        .mixes())
                .isEmpty();
        assertThat(mixes.of(UsageDimension.MODEL, null)).isEqualTo(mixes);
    }

    private static Mix mix(String source, String model, String project, long tokens, LocalDate last) {
        Map<UsageDimension, String> names = project == null
                ? Map.of(UsageDimension.SOURCE, source, UsageDimension.MODEL, model)
                : Map.of(UsageDimension.SOURCE, source, UsageDimension.MODEL, model, UsageDimension.PROJECT, project);
        return new Mix(names, usage(1, tokens), last);
    }

    private static Usage usage(long sessions, long tokens) {
        return new Usage(sessions, 0, tokens, 0, 0, 0);
    }
}
