package dev.opensync.test.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a server says about itself at {@code /openapi}. */
final class OpenApiDocument {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V4);

    private final JsonNode root;

    private OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    static OpenApiDocument of(ApiClient server) {
        ApiResponse response =
                server.send("GET", "/openapi", BodyPublishers.noBody(), Map.of("Accept", "application/json"));
        return new OpenApiDocument(response.json());
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What is wrong with an answer, empty if it is as described. */
    List<String> faults(Operation operation, ApiResponse answer) {
        JsonNode described = resolved(operation.json().path("responses").path(Integer.toString(answer.status())));
        if (described.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described: " + answer.body());
        }
        String type = answer.header("Content-Type").split(";", -1)[0];
        JsonNode content = described.path("content").path(type);
        if (content.isMissingNode()) {
            return List.of("type " + type + " is not described for status " + answer.status());
        }
        return type.equals("application/json") ? faults(content.get("schema"), answer.json()) : List.of();
    }

    /** What a reader of the description would miss, or be misled by. */
    List<String> gaps(Operation operation) {
        List<String> gaps = new ArrayList<>();
        for (String member : List.of("summary", "description", "operationId", "tags")) {
            if (operation.json().path(member).isMissingNode()) {
                gaps.add("no " + member);
            }
        }
        JsonNode responses = operation.json().path("responses");
        String good = responses.has("202") ? "202" : "200";
        for (String status : operation.needsCredential() ? List.of(good, "401", "500", "503") : List.of(good, "500")) {
            if (responses.path(status).isMissingNode()) {
                gaps.add("no response " + status);
            }
        }
        gaps.addAll(gapsOfContent("body", operation.json().path("requestBody")));
        responses
                .properties()
                .forEach(response ->
                        gaps.addAll(gapsOfContent("response " + response.getKey(), resolved(response.getValue()))));
        return gaps;
    }

    private List<String> gapsOfContent(String place, JsonNode holder) {
        List<String> gaps = new ArrayList<>();
        if (!holder.isMissingNode() && holder.path("content").isEmpty()) {
            gaps.add(place + " has no content");
        }
        holder.path("content").properties().forEach(type -> {
            JsonNode example = type.getValue().path("example");
            JsonNode schema = type.getValue().path("schema");
            if (example.isMissingNode() || schema.isMissingNode()) {
                gaps.add(place + " has no schema or no example");
            } else if (type.getKey().equals("application/json")) {
                gaps.addAll(faults(schema, example));
            }
        });
        return gaps;
    }

    private List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", root.get("components"));
        whole.putArray("allOf").add(schema);
        Set<ValidationMessage> messages = SCHEMAS.getSchema(whole).validate(value);
        return messages.stream().map(message -> message + " in " + value).toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** One method of one path. */
    record Operation(String method, String path, JsonNode json) {

        boolean needsCredential() {
            return json.has("security");
        }

        /** The first body the document gives as an example, empty for an operation without a body. */
        String exampleBody() {
            JsonNode example = json.at("/requestBody/content/application~1json/example");
            return example.isMissingNode() ? "" : example.toString();
        }

        boolean hasParameter(String reference) {
            return json.path("parameters").toString().contains(reference);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
