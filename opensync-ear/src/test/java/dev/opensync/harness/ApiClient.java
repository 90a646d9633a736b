package dev.opensync.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Talks to a server as a plugin does: the base URL and the path are concatenated, nothing is normalised. */
public final class ApiClient {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String baseUrl;
    private final @Nullable String token;

    /** {@code token}: an API key or JSON Web Token; null sends no credentials. */
    public ApiClient(String baseUrl, @Nullable String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public ApiClient withToken(String other) {
        return new ApiClient(baseUrl, other);
    }

    public ApiClient anonymous() {
        return new ApiClient(baseUrl, null);
    }

    /** The same server, reached under another base URL, such as one with a path. */
    public ApiClient below(String path) {
        return new ApiClient(baseUrl + path, token);
    }

    public String baseUrl() {
        return baseUrl;
    }

    public ApiResponse get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** {@code json} is sent as it stands, even if it is not JSON. */
    public ApiResponse post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    /** The body of an answer as it is, such as an archive; fails unless it is a good one. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response =
                send("GET", path, BodyPublishers.noBody(), Map.of(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode());
        }
        return response.body();
    }

    /** The body of an answer while it comes, which has to be read or closed. */
    public HttpResponse<InputStream> stream(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of(), BodyHandlers.ofInputStream());
    }

    public ApiResponse send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpResponse<String> response = send(method, path, body, headers, BodyHandlers.ofString());
        return new ApiResponse(response.statusCode(), response.headers(), response.body());
    }

    private <T> HttpResponse<T> send(
            String method, String path, BodyPublisher body, Map<String, String> headers, BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LIMIT)
                .method(method, body);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
