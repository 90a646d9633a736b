package dev.opensync.web.chart;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.List;

/** Draws a list of numbers as a small line beside the figure they add up to; it says nothing that the page does not. */
@FacesComponent("opensync.Sparkline")
public class Sparkline extends Chart {

    private static final int HEIGHT = 100;
    private static final int STEP = 10;

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        List<Long> values = numbers();
        int width = Math.max(1, values.size() - 1) * STEP;
        new Markup(context, this)
                .open(
                        "svg",
                        "class",
                        "spark",
                        "viewBox",
                        "0 0 " + width + " " + HEIGHT,
                        "preserveAspectRatio",
                        "none",
                        "aria-hidden",
                        "true")
                .empty("polyline", "points", points(values))
                .close("svg");
    }

    private List<Long> numbers() {
        List<?> values = value(List.class);
        return values.stream().map(Long.class::cast).toList();
    }

    private static String points(List<Long> values) {
        long highest =
                Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            points.append(i * STEP)
                    .append(',')
                    .append(HEIGHT - Math.round(HEIGHT * (double) values.get(i) / highest))
                    .append(' ');
        }
        return points.toString().strip();
    }
}
