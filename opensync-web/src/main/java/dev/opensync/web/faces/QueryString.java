package dev.opensync.web.faces;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of an address of ours, in their order; each name once. */
public record QueryString(Map<String, String> parameters) {

    /** One of them. */
    public record Parameter(String name, String value) {}

    public static final QueryString EMPTY = new QueryString(Map.of());

    public QueryString {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** {@code value} null or empty takes the parameter away. */
    public QueryString with(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new QueryString(changed);
    }

    public QueryString without(String... names) {
        QueryString rest = this;
        for (String name : names) {
            rest = rest.with(name, null);
        }
        return rest;
    }

    /** For a form that takes them along. */
    public List<Parameter> entries() {
        return parameters.entrySet().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** As it follows a path: {@code ?a=b&c=d}, or nothing. */
    public String afterPath() {
        return parameters.isEmpty() ? "" : "?" + joined();
    }

    /** As it follows other parameters: {@code &a=b&c=d}, or nothing. */
    public String afterOthers() {
        return parameters.isEmpty() ? "" : "&" + joined();
    }

    private String joined() {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
