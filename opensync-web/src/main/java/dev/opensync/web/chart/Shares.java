package dev.opensync.web.chart;

import java.util.List;

/** Parts of a whole, largest first. */
public record Shares(List<Share> parts) {

    public Shares {
        parts = List.copyOf(parts);
    }

    /** One part; {@code text} is its value as it is written. */
    public record Share(String name, long value, String text) {}

    long whole() {
        return parts.stream().mapToLong(Share::value).sum();
    }
}
