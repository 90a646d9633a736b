package dev.opensync.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.web.chart.BarChart.Layer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarChartTest {

    @ParameterizedTest
    @CsvSource({
        "0, 2",
        "1, 2",
        "2, 2",
        "3, 4",
        "10, 10",
        "11, 20",
        "61, 70",
        "100, 100",
        "101, 200",
        "2070, 3000",
        "9900, 10000"
    })
    void scaleEndsWithTheNextRoundNumberThatHasAHalf(long value, long top) {
        assertThat(BarChart.roundUp(value)).isEqualTo(top);
    }

    @Test
    void whatAClientMadeUpStillEndsSomewhere() {
        assertThat(BarChart.roundUp(Long.MAX_VALUE)).isPositive();
    }

    @Test
    void layersStandOnTopOfEachOther() {
        BarChart chart = new BarChart(
                List.of("Monday", "Tuesday"),
                List.of(new Layer("a", List.of(3L, 0L)), new Layer("b", List.of(4L, 1L))),
                Long::toString);

        assertThat(chart.total(0)).isEqualTo(7);
        assertThat(chart.top()).isEqualTo(8);
    }

    @Test
    void shadesGoFromNothingToTheHighest() {
        assertThat(HeatGrid.shade(0, 8)).isZero();
        assertThat(HeatGrid.shade(1, 8)).isEqualTo(1);
        assertThat(HeatGrid.shade(5, 8)).isEqualTo(3);
        assertThat(HeatGrid.shade(8, 8)).isEqualTo(4);
    }
}
