package dev.opensync.web.chart;

import dev.opensync.web.chart.Shares.Share;
import dev.opensync.web.faces.Formats;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Locale;

/** Draws {@link Shares} as a ring beside their list. */
@FacesComponent("opensync.Donut")
public class Donut extends Chart {

    /** The browser is told that this is the ring's length, so that shares can be written as percent. */
    private static final double LENGTH = 100;

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Markup markup = new Markup(context, this);
        Shares shares = value(Shares.class);
        markup.open("div", "class", "donut", "id", getClientId(context));
        ring(markup, shares);
        markup.open("ul", "class", "legend column");
        for (int i = 0; i < shares.parts().size(); i++) {
            Share share = shares.parts().get(i);
            markup.open("li")
                    .empty("i", "class", "dot " + StackedBars.tint(i))
                    .leaf("span", share.name(), "class", "name")
                    .leaf("span", share.text(), "class", "num")
                    .leaf("span", Formats.percent(share.value(), shares.whole()), "class", "num mut")
                    .close("li");
        }
        markup.close("ul").close("div");
    }

    private static void ring(Markup markup, Shares shares) throws IOException {
        markup.open("svg", "viewBox", "0 0 42 42", "aria-hidden", "true");
        double start = 0;
        for (int i = 0; i < shares.parts().size() && shares.whole() > 0; i++) {
            double length = LENGTH * shares.parts().get(i).value() / shares.whole();
            markup.empty(
                    "circle",
                    "class",
                    StackedBars.tint(i),
                    "cx",
                    21,
                    "cy",
                    21,
                    "r",
                    16,
                    "pathLength",
                    100,
                    "stroke-dasharray",
                    number(length) + " " + number(LENGTH - length),
                    "stroke-dashoffset",
                    number(-start));
            start += length;
        }
        markup.close("svg");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
