package dev.opensync.embedding;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single exchanges with an endpoint that speaks the embeddings protocol of OpenAI. */
final class EmbeddingEndpoint {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{1,60}");

    private final EndpointSettings settings;
    private final InstantSource clock;
    // The first version of HTTP: not every server understands the offer of the second.
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EmbeddingEndpoint(EndpointSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One vector for each text, in their order. */
    List<float[]> vectors(List<String> texts) {
        HttpResponse<String> answer = exchange(request(texts));
        if (answer.statusCode() != 200) {
            throw failure(answer);
        }
        try {
            return inOrder(parse(answer.body()).getJsonArray("data"), texts.size());
        } catch (JsonException | ClassCastException | NullPointerException e) {
            throw EndpointFailure.lasting(settings + " did not answer with vectors");
        }
    }

    private HttpRequest request(List<String> texts) {
        JsonObjectBuilder body =
                JSON.createObjectBuilder().add("model", settings.model()).add("input", JSON.createArrayBuilder(texts));
        settings.dimensions().ifPresent(dimensions -> body.add("dimensions", dimensions));
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.embeddings())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()));
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request.build();
    }

    /** The time limit holds for the whole answer; the client's own would end with its first line. */
    private HttpResponse<String> exchange(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw EndpointFailure.passing(
                    settings + " did not answer within " + settings.timeout().toMillis() + " ms", Duration.ZERO);
        } catch (ExecutionException e) {
            throw EndpointFailure.passing(settings + " cannot be reached: " + e.getCause(), Duration.ZERO);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw EndpointFailure.interrupted("Interrupted while asking " + settings);
        }
    }

    private EndpointFailure failure(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String reason = switch (status) {
            case 401, 403 -> " refuses the key";
            case 404 -> " does not know the address or the model";
            case 429 -> " asks for a pause";
            default -> status < 500 ? " refuses the request" : " has failed";
        };
        String message = settings + reason + " (" + status + errorCode(answer.body()) + ")";
        if (status == 408 || status == 429 || status >= 500) {
            return EndpointFailure.passing(message, RetryAfter.of(answer.headers(), clock));
        }
        boolean ofRequest = status == 400 || status == 413 || status == 422;
        return ofRequest ? EndpointFailure.ofRequest(message) : EndpointFailure.lasting(message);
    }

    /** The code of the error only: its text may repeat the key or what was sent. */
    private static String errorCode(String body) {
        try {
            @Nullable JsonValue error = parse(body).get("error");
            String code = error instanceof JsonObject object ? object.getString("code", "") : "";
            return ERROR_CODE.matcher(code).matches() ? " " + code : "";
        } catch (JsonException e) {
            return "";
        }
    }

    private static JsonObject parse(String body) {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private List<float[]> inOrder(JsonArray data, int count) {
        float[][] vectors = new float[count][];
        for (JsonObject item : data.getValuesAs(JsonObject.class)) {
            int index = item.getInt("index");
            if (index < 0 || index >= count || vectors[index] != null) {
                throw EndpointFailure.lasting(settings + " answered with a vector for a text that was not sent");
            }
            vectors[index] = vector(item.getJsonArray("embedding"));
        }
        if (data.size() != count) {
            throw EndpointFailure.lasting(settings + " answered " + data.size() + " vectors for " + count + " texts");
        }
        return List.of(vectors);
    }

    private static float[] vector(JsonArray embedding) {
        float[] vector = new float[embedding.size()];
        for (int i = 0; i < vector.length; i++) {
            JsonNumber component = embedding.getJsonNumber(i);
            vector[i] = (float) component.doubleValue();
        }
        return vector;
    }
}
