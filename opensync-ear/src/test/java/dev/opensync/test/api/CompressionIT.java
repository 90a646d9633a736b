package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class CompressionIT {

    private static final int BYTES_OF_A_BOMB = 40_000_000;

    private final TestServer server;
    private final ApiClient api;

    CompressionIT(TestServer server) {
        this.server = server;
        api = server.admin();
    }

    /** On both sides of what is held back, and of what is worth it. */
    @ParameterizedTest
    @ValueSource(ints = {3_000, 900_000, 3_000_000})
    void answersAreCompressedForWhoAcceptsIt(int chars) throws Exception {
        String id = Synced.newId();
        api.post("/sync/batch", message(id, "word ".repeat(chars / 5)));

        HttpResponse<byte[]> packed = get("/api/sessions/" + id);

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(chars / 5);
        assertThat(unpacked(packed.body()))
                .isEqualTo(api.get("/api/sessions/" + id).body());
    }

    @Test
    void shortAnswersArePlain() throws Exception {
        HttpResponse<byte[]> answer = get("/api/search?q=" + Synced.newId());

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"results\"");
    }

    @ParameterizedTest
    @CsvSource({"/login", "/health"})
    void pagesAndHealthArePlain(String path) throws Exception {
        assertThat(get(path).headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void bodiesMayBeCompressed() throws IOException {
        String id = Synced.newId();

        ApiResponse stored = post("/sync/batch", packed(message(id, "hello")), "gzip");

        assertThat(stored.status()).isEqualTo(200);
        assertThat(api.get("/api/sessions/" + id).body()).contains("hello");
    }

    @Test
    void whatABodyUnpacksToIsLimited() throws IOException {
        ApiResponse refused = post("/sync/session", packed(" ".repeat(BYTES_OF_A_BOMB)), "gzip");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().get("error").asText()).contains("larger than");
    }

    @Test
    void otherEncodingsAndBrokenBodiesAreRefusedInWords() {
        ApiResponse other = post("/sync/session", new byte[] {1}, "br");
        ApiResponse broken = post("/sync/session", "{}".getBytes(StandardCharsets.UTF_8), "gzip");

        assertThat(other.status()).isEqualTo(415);
        assertThat(other.json().get("error").asText()).contains("gzip");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().get("error").asText()).isEqualTo("The request body is not gzip");
    }

    private ApiResponse post(String path, byte[] body, String encoding) {
        return api.send("POST", path, BodyPublishers.ofByteArray(body), Map.of("Content-Encoding", encoding));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Authorization", "Bearer " + server.adminKey())
                .header("Accept-Encoding", "br, gzip")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static String message(String session, String text) {
        return "{\"messages\": [{\"sessionExternalId\": \"" + session
                + "\", \"externalId\": \"m\", \"role\": \"user\", \"textContent\": \"" + text + "\"}]}";
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
