package dev.opensync.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines for the reader as they come, and all of it as JSON at the end. */
public final class Report {

    private final PrintStream console;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    Report(PrintStream console) {
        this.console = console;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Printed and kept. */
    public void fact(String name, Object value) {
        facts.put(name, value);
        console.println(name + ": " + (value instanceof Double number ? oneDecimal(number) : value));
    }

    public void heading(String title) {
        console.println();
        console.println(title);
    }

    /** Printed alone. */
    public void line(String text) {
        console.println(text);
    }

    /** Kept alone, as JSON. */
    public void keep(String name, Object value) {
        facts.put(name, value);
    }

    void cellHeading() {
        console.println(row(
                "subject", "connections", "per second", "p50 ms", "p99 ms", "errors", "load", "cpu us", "of plain"));
    }

    /** {@code opponent}: the line to compare with, or the cell itself. */
    void add(Cell cell, Cell opponent) {
        cells.add(cell);
        console.println(row(
                cell.subject(),
                Integer.toString(cell.connections()),
                String.format(Locale.ROOT, "%,.0f", cell.itemsPerSecond()),
                String.format(Locale.ROOT, "%.2f", cell.p50Millis()),
                String.format(Locale.ROOT, "%.2f", cell.p99Millis()),
                Long.toString(cell.errors()),
                oneDecimal(cell.highestLoad()),
                cell.serverMicros() == 0 ? "" : String.format(Locale.ROOT, "%,.0f", cell.serverMicros()),
                cell.equals(opponent) ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * cell.shareOf(opponent))));
    }

    void writeJson(Path file) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("cells", cells.stream().map(Report::toJson).toList());
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.println();
        console.println("All numbers: " + file);
    }

    private static Map<String, Object> toJson(Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", cell.section());
        json.put("subject", cell.subject());
        json.put("connections", cell.connections());
        json.put("itemsPerRequest", cell.itemsPerRequest());
        json.put("itemsPerSecond", cell.itemsPerSecond());
        json.put("p50Millis", cell.p50Millis());
        json.put("p99Millis", cell.p99Millis());
        json.put("errors", cell.errors());
        json.put("serverMicrosPerRequest", cell.serverMicros());
        json.put("runs", cell.runs());
        return json;
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%-10s %11s %11s %9s %9s %7s %6s %7s %9s", columns);
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
