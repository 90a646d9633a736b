package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** The options of a version as they are kept. */
final class StoredOptions {

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoredOptions() {}

    static String text(ExportOptions options) {
        return JSON.createObjectBuilder()
                .add("turnMode", options.turnMode().name())
                .add("systemMessages", options.systemMessages())
                .add("context", options.context())
                .add("anonymous", options.anonymous())
                .add("codeOnly", options.codeOnly())
                .add("minChars", options.minChars())
                .add("toolCalls", options.toolCalls())
                .build()
                .toString();
    }

    static ExportOptions parse(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject kept = reader.readObject();
            return ExportOptions.DEFAULT.with(options -> {
                options.turnMode = TurnMode.valueOf(kept.getString("turnMode"));
                options.systemMessages = kept.getBoolean("systemMessages");
                options.context = kept.getBoolean("context");
                options.anonymous = kept.getBoolean("anonymous");
                options.codeOnly = kept.getBoolean("codeOnly");
                options.minChars = kept.getInt("minChars");
                options.toolCalls = kept.getBoolean("toolCalls", false);
            });
        }
    }
}
