package dev.opensync.web.chart;

import static java.util.Objects.requireNonNull;

import jakarta.faces.component.UIComponentBase;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** A drawing of a {@code value} that is described by a {@code label}. */
abstract class Chart extends UIComponentBase {

    private static final String FAMILY = "opensync.Chart";

    Chart() {
        setRendererType(null);
    }

    @Override
    public String getFamily() {
        return FAMILY;
    }

    final <T> T value(Class<T> type) {
        return requireNonNull(type.cast(getAttributes().get("value")));
    }

    final String text(String attribute) {
        return Objects.toString(getAttributes().get(attribute), "");
    }

    /** Folded, for whoever cannot see the drawing or wants the numbers; the first column names the rows. */
    final void table(Markup markup, List<String> head, List<List<String>> rows) throws IOException {
        markup.open("details", "class", "numbers").leaf("summary", text("tableLabel"));
        markup.open("div", "class", "table-wrap", "tabindex", "0", "role", "region", "aria-label", text("label"));
        markup.open("table").leaf("caption", text("label"), "class", "sr");
        markup.open("thead").open("tr");
        for (String column : head) {
            markup.leaf("th", column, "scope", "col");
        }
        markup.close("tr").close("thead").open("tbody");
        for (List<String> row : rows) {
            markup.open("tr").leaf("th", row.get(0), "scope", "row");
            for (String cell : row.subList(1, row.size())) {
                markup.leaf("td", cell, "class", "num");
            }
            markup.close("tr");
        }
        markup.close("tbody").close("table").close("div").close("details");
    }
}
