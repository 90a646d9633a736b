package dev.opensync.web.usage;

import dev.opensync.web.chart.BarChart;
import dev.opensync.web.chart.HeatGrid;
import dev.opensync.web.chart.Shares;
import dev.opensync.web.faces.Widget;
import dev.opensync.web.session.ShownSession;
import java.util.List;

/**
 * The parts of the overview.
 *
 * @param chart sums of the periods, split by model, or by project where one model is chosen
 * @param consumption the same split as a table
 * @param recent whatever the days, newest change first
 * @param calendar half a year, whatever the days
 * @param tokens prompt and completion of each day
 */
public record Overview(
        Widget<List<Tile>> tiles,
        Widget<BarChart> chart,
        Widget<Budget> budget,
        Widget<Consumption> consumption,
        Widget<List<ShownSession>> recent,
        Widget<List<UsageLine>> projects,
        Widget<List<SourceLine>> sources,
        Widget<HeatGrid> calendar,
        Widget<BarChart> tokens,
        Widget<Shares> distribution) {

    /** The largest groups, and all sessions together. */
    public record Consumption(List<UsageLine> lines, UsageLine total) {}
}
