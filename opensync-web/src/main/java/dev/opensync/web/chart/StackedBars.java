package dev.opensync.web.chart;

import dev.opensync.web.chart.BarChart.Layer;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws a {@link BarChart} with its scale, its legend and its table. */
@FacesComponent("opensync.StackedBars")
public class StackedBars extends Chart {

    /** Units of the drawing, which is stretched to the place it gets. */
    private static final int HEIGHT = 1000;

    private static final int STEP = 100;
    private static final int GAP = 14;
    private static final int TICKS = 5;
    private static final int TINTS = 8;

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Markup markup = new Markup(context, this);
        BarChart chart = value(BarChart.class);
        markup.open("div", "class", "bars", "id", getClientId(context));
        markup.open("div", "class", "plot");
        scale(markup, chart);
        drawing(markup, chart);
        markup.close("div");
        axis(markup, chart);
        legend(markup, chart);
        table(markup, head(chart), rows(chart));
        markup.close("div");
    }

    private static void scale(Markup markup, BarChart chart) throws IOException {
        long top = chart.top();
        markup.open("div", "class", "scale", "aria-hidden", "true");
        for (long value : new long[] {top, top / 2, 0}) {
            markup.leaf("span", chart.unit().apply(value));
        }
        markup.close("div");
    }

    private void drawing(Markup markup, BarChart chart) throws IOException {
        int width = Math.max(1, chart.steps().size()) * STEP;
        markup.open(
                "svg",
                "viewBox",
                "0 0 " + width + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                text("label"));
        markup.empty("path", "class", "grid", "d", "M0 0H" + width + "M0 " + HEIGHT / 2 + "H" + width);
        long[] ground = new long[chart.steps().size()];
        long top = chart.top();
        for (int i = 0; i < chart.layers().size(); i++) {
            Layer layer = chart.layers().get(i);
            markup.empty("path", "class", tint(i), "d", path(layer, ground, top));
        }
        for (int step = 0; step < chart.steps().size(); step++) {
            markup.open("rect", "class", "hit", "x", step * STEP, "y", 0, "width", STEP, "height", HEIGHT)
                    .leaf("title", describe(chart, step))
                    .close("rect");
        }
        markup.close("svg");
    }

    /** One path for all bars of a layer; {@code ground} is raised by them. */
    private static String path(Layer layer, long[] ground, long top) {
        StringBuilder path = new StringBuilder();
        for (int step = 0; step < ground.length; step++) {
            long foot = height(ground[step], top);
            ground[step] += layer.values().get(step);
            long head = height(ground[step], top);
            if (head > foot) {
                int left = step * STEP + GAP;
                path.append('M').append(left).append(' ').append(HEIGHT - foot);
                path.append('H').append((step + 1) * STEP - GAP).append('V').append(HEIGHT - head);
                path.append('H').append(left).append('Z');
            }
        }
        return path.toString();
    }

    private static long height(long value, long top) {
        return Math.min(HEIGHT, Math.round(HEIGHT * (double) value / top));
    }

    private static String describe(BarChart chart, int step) {
        StringBuilder text =
                new StringBuilder(chart.steps().get(step) + ": " + chart.unit().apply(chart.total(step)));
        for (Layer layer : chart.layers()) {
            long value = layer.values().get(step);
            if (value > 0) {
                text.append('\n')
                        .append(layer.name())
                        .append(": ")
                        .append(chart.unit().apply(value));
            }
        }
        return text.toString();
    }

    private static void axis(Markup markup, BarChart chart) throws IOException {
        int last = chart.steps().size() - 1;
        markup.open("div", "class", "axis", "aria-hidden", "true");
        for (int step : IntStream.range(0, TICKS)
                .map(tick -> last * tick / (TICKS - 1))
                .distinct()
                .toArray()) {
            if (last >= 0) {
                markup.leaf("span", chart.steps().get(step));
            }
        }
        markup.close("div");
    }

    private static void legend(Markup markup, BarChart chart) throws IOException {
        markup.open("ul", "class", "legend");
        for (int i = 0; i < chart.layers().size(); i++) {
            markup.open("li").empty("i", "class", "dot " + tint(i));
            markup.leaf("span", chart.layers().get(i).name()).close("li");
        }
        markup.close("ul");
    }

    private List<String> head(BarChart chart) {
        List<String> head = new ArrayList<>(List.of(text("stepLabel")));
        chart.layers().forEach(layer -> head.add(layer.name()));
        return head;
    }

    private static List<List<String>> rows(BarChart chart) {
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < chart.steps().size(); step++) {
            List<String> row = new ArrayList<>(List.of(chart.steps().get(step)));
            for (Layer layer : chart.layers()) {
                row.add(chart.unit().apply(layer.values().get(step)));
            }
            rows.add(row);
        }
        return rows;
    }

    static String tint(int layer) {
        return "s" + (layer % TINTS + 1);
    }
}
