package dev.opensync.web.chart;

import dev.opensync.web.chart.HeatGrid.Cell;
import dev.opensync.web.chart.HeatGrid.Row;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link HeatGrid} as squares, the darker the more, with its table. */
@FacesComponent("opensync.HeatMap")
public class HeatMap extends Chart {

    private static final int SQUARE = 11;
    private static final int STEP = 14;
    private static final int LEFT = 26;
    private static final int BOTTOM = 14;
    private static final int NAMED_COLUMNS = 6;

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Markup markup = new Markup(context, this);
        HeatGrid grid = value(HeatGrid.class);
        markup.open("div", "class", "heat", "id", getClientId(context));
        drawing(markup, grid);
        List<String> head = new ArrayList<>(List.of(text("stepLabel")));
        head.addAll(grid.columns());
        table(markup, head, grid.rows().stream().map(row -> texts(grid, row)).toList());
        markup.close("div");
    }

    private void drawing(Markup markup, HeatGrid grid) throws IOException {
        int width = LEFT + grid.columns().size() * STEP;
        int height = grid.rows().size() * STEP + BOTTOM;
        long highest = grid.highest();
        markup.open("svg", "viewBox", "0 0 " + width + " " + height, "role", "img", "aria-label", text("label"));
        int apart = Math.max(1, grid.columns().size() / NAMED_COLUMNS);
        for (int x = 0; x + 2 < grid.columns().size(); x += apart) {
            markup.leaf("text", grid.columns().get(x), "x", LEFT + x * STEP, "y", height - 2);
        }
        for (int y = 0; y < grid.rows().size(); y++) {
            markup.leaf("text", grid.rows().get(y).name(), "x", 0, "y", y * STEP + SQUARE - 2);
            List<Cell> cells = grid.rows().get(y).cells();
            for (int x = 0; x < cells.size(); x++) {
                Cell cell = cells.get(x);
                if (cell.name() != null) {
                    square(markup, x, y, HeatGrid.shade(cell.value(), highest))
                            .leaf("title", cell.name() + ": " + grid.unit().apply(cell.value()))
                            .close("rect");
                }
            }
        }
        markup.close("svg");
    }

    private static Markup square(Markup markup, int x, int y, int shade) throws IOException {
        return markup.open(
                "rect",
                "class",
                "h" + shade,
                "x",
                LEFT + x * STEP,
                "y",
                y * STEP,
                "width",
                SQUARE,
                "height",
                SQUARE,
                "rx",
                2);
    }

    private static List<String> texts(HeatGrid grid, Row row) {
        List<String> texts = new ArrayList<>(List.of(row.name()));
        row.cells()
                .forEach(
                        cell -> texts.add(cell.name() == null ? "" : grid.unit().apply(cell.value())));
        return texts;
    }
}
