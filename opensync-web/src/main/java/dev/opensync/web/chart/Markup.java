package dev.opensync.web.chart;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** Writes the elements of a chart; what comes from data is escaped. */
final class Markup {

    private final ResponseWriter writer;
    private final UIComponent component;

    Markup(FacesContext context, UIComponent component) {
        this.writer = context.getResponseWriter();
        this.component = component;
    }

    /** {@code attributes}: name and value in turn. */
    Markup open(String element, Object... attributes) throws IOException {
        writer.startElement(element, component);
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i].toString(), attributes[i + 1], null);
        }
        return this;
    }

    Markup text(Object text) throws IOException {
        writer.writeText(text, null);
        return this;
    }

    Markup close(String element) throws IOException {
        writer.endElement(element);
        return this;
    }

    /** An element without content. */
    Markup empty(String element, Object... attributes) throws IOException {
        return open(element, attributes).close(element);
    }

    /** An element with nothing but text in it. */
    Markup leaf(String element, Object text, Object... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }
}
