package dev.opensync.web.chart;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values in rows and columns.
 *
 * @param columns names of the columns
 * @param unit writes a value
 */
public record HeatGrid(List<String> columns, List<Row> rows, LongFunction<String> unit) {

    /** Beside the shade of nothing. */
    private static final int SHADES = 4;

    public HeatGrid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row with a cell for each column. */
    public record Row(String name, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One value.
     *
     * @param name what it is the value of; null where there is no value, as on days that are still to come
     */
    public record Cell(@Nullable String name, long value) {

        public static final Cell NONE = new Cell(null, 0);
    }

    long highest() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToLong(Cell::value)
                .max()
                .orElse(0);
    }

    /** 0 for nothing, up to 4 for the highest value. */
    static int shade(long value, long highest) {
        return value <= 0 ? 0 : (int) Math.ceil(SHADES * (double) value / highest);
    }
}
