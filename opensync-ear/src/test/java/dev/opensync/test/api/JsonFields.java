package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.javacrumbs.jsonunit.core.Option;

/** Comparison of JSON where more fields than expected are fine and 0.50 is 0.5. */
public final class JsonFields {

    private JsonFields() {}

    /** {@code expected}: a JSON object, or a whole array of them. */
    public static void assertFields(JsonNode actual, String expected) {
        assertThatJson(actual.toString())
                .withOptions(List.of(Option.IGNORING_EXTRA_FIELDS))
                .withTolerance(0)
                .isEqualTo(expected);
    }
}
