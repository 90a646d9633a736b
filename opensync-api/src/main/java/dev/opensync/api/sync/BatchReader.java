package dev.opensync.api.sync;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.SyncBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a batch item by item: what cannot be used is named in {@code errors} and sinks nothing else. */
record BatchReader(SyncBatch batch, List<String> errors) {

    static BatchReader read(long accountId, JsonValue json) {
        JsonFields fields = SessionReader.fields(json, "A batch");
        List<String> errors = new ArrayList<>();
        return new BatchReader(
                new SyncBatch(
                        accountId,
                        items("sessions", fields.value("sessions"), SessionReader::read, errors),
                        items("messages", fields.value("messages"), MessageReader::read, errors)),
                errors);
    }

    private static <T> List<T> items(
            String list, @Nullable JsonValue array, Function<JsonValue, T> reader, List<String> errors) {
        List<T> items = new ArrayList<>();
        if (array == null) {
            return items;
        }
        if (!array.isArray()) {
            throw OpenSyncException.invalid(list + " must be an array");
        }
        int index = 0;
        for (JsonValue item : array.elements()) {
            try {
                items.add(reader.apply(item));
            } catch (OpenSyncException e) {
                errors.add(name(item, list + "[" + index + "]") + ": " + e.getMessage());
            }
            index++;
        }
        return items;
    }

    private static String name(JsonValue item, String place) {
        if (!item.isObject()) {
            return place;
        }
        String id = JsonFields.of(item).idOrNull("externalId", "messageId", "id", "sessionId");
        return id == null ? place : id;
    }
}
