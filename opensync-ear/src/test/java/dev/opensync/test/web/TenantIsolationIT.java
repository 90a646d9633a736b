package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Build;
import dev.opensync.harness.Member;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One person's data for another: every endpoint of the published description and every page of the console. */
@SystemTest
@Tag("database")
class TenantIsolationIT {

    private static final Set<String> OPEN = Set.of("/health", "/openapi", "/api/query");
    private static final Path WEBAPP = Build.project().resolve("opensync-web/src/main/webapp");
    private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");
    private static final Set<String> PAGES_WITHOUT_SIGN_IN = Set.of(
            "index", "login", "set-up", "sign-up", "invitation", "docs", "docs-hits", "docs-markdown", "api-reference");

    private final TestServer server;
    private final Member member;
    private final String secret = "secret-" + Synced.newId();
    private final String externalId = Synced.newId();
    private final Synced session;

    TenantIsolationIT(TestServer server) {
        this.server = server;
        member = server.member();
        ApiClient owner = server.admin();
        owner.post("/sync/session", "{\"externalId\": \"" + externalId + "\", \"title\": \"" + secret + "\"}");
        owner.post(
                "/sync/message",
                "{\"sessionExternalId\": \"" + externalId
                        + "\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"" + secret + "\"}");
        session = Synced.read(owner, externalId);
    }

    @Test
    void noEndpointShowsIt() {
        for (Endpoint endpoint : endpoints()) {
            for (String id : List.of(externalId, session.session().get("id").asText())) {
                ApiResponse answer = endpoint.call(member.api(), id);

                assertThat(answer.body()).as("%s for a stranger", endpoint).doesNotContain(secret);
                if (endpoint.namesASession()) {
                    assertThat(answer.status())
                            .as("%s for a stranger", endpoint)
                            .isEqualTo(404);
                }
            }
        }
    }

    @Test
    void noEndpointAnswersWithoutCredentials() {
        for (Endpoint endpoint : endpoints()) {
            if (!OPEN.contains(endpoint.path())) {
                assertThat(endpoint.call(server.anonymous(), externalId).status())
                        .as("%s without credentials", endpoint)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void sendingTheSameIdsMakesAnotherSession() {
        member.api().post("/sync/session", "{\"externalId\": \"" + externalId + "\", \"title\": \"Mine\"}");
        member.api()
                .post(
                        "/sync/message",
                        "{\"sessionExternalId\": \"" + externalId
                                + "\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"Mine\"}");

        assertThat(Synced.read(server.admin(), externalId)).isEqualTo(session);
        assertThat(Synced.read(member.api(), externalId).session().get("title").asText())
                .isEqualTo("Mine");
    }

    @Test
    void listOfIdsIsOnlyOnesOwn() {
        assertThat(member.api().get("/sync/sessions/list").body()).doesNotContain(externalId);
    }

    @Test
    void noPageShowsIt() throws IOException {
        for (String page : pages()) {
            for (String parameter : parameters(page)) {
                for (String id : List.of(externalId, session.session().get("id").asText())) {
                    Page shown = member.pages().get("/" + page + "?" + parameter + "=" + id);

                    assertThat(shown.document().html())
                            .as("%s by %s", page, parameter)
                            .doesNotContain(secret);
                }
            }
        }
        assertThat(member.pages()
                        .get("/session?id=" + session.session().get("id").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pagesOfAdministratorsAreNotThereForMembers() throws IOException {
        assertThat(pages())
                .filteredOn(page -> page.startsWith("admin/"))
                .isNotEmpty()
                .allSatisfy(page ->
                        assertThat(member.pages().get("/" + page).status()).isEqualTo(404));
    }

    @Test
    void strangersAreSentToTheSignIn() throws IOException {
        for (String page : pages()) {
            if (!PAGES_WITHOUT_SIGN_IN.contains(page)) {
                for (String address : List.of("/" + page, "/" + page + ".xhtml")) {
                    Page shown = server.visitor().get(address);

                    assertThat(shown.address().getPath()).as(address).isEqualTo("/login");
                }
            }
        }
    }

    @Test
    void strangersHearOfNoChanges() {
        URI address = URI.create(server.baseUrl().toString().replaceFirst("http", "ws")
                + "/jakarta.faces.push/sessions?" + UUID.randomUUID());

        CompletableFuture<WebSocket> handshake =
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {});

        assertThat(handshake)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(WebSocketHandshakeException.class);
    }

    private List<Endpoint> endpoints() {
        JsonNode paths = server.anonymous()
                .send("GET", "/openapi", BodyPublishers.noBody(), Map.of("Accept", "application/json"))
                .json()
                .get("paths");
        List<Endpoint> endpoints = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                endpoints.add(Endpoint.of(operation.getKey(), path.getKey(), operation.getValue()))));
        assertThat(endpoints).hasSizeGreaterThan(10);
        return endpoints;
    }

    /** By the names people see, without the ending. */
    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.map(file -> WEBAPP.relativize(file).toString())
                    .filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
                    .map(name -> name.replace(".xhtml", ""))
                    .toList();
        }
    }

    /** Names of everything that the page takes from its address. */
    private static List<String> parameters(String page) throws IOException {
        String source = Files.readString(WEBAPP.resolve(page + ".xhtml"));
        return Stream.concat(
                        Stream.of("id"),
                        VIEW_PARAMETER.matcher(source).results().map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    /** One operation of the description. */
    private record Endpoint(String method, String path, boolean takesAnId, String exampleBody) {

        static Endpoint of(String method, String path, JsonNode operation) {
            String parameters = operation.path("parameters").toString();
            return new Endpoint(
                    method,
                    path,
                    parameters.contains("\"id\"") || parameters.contains("/parameters/Id\""),
                    operation
                            .at("/requestBody/content/application~1json/example")
                            .toString());
        }

        boolean namesASession() {
            return takesAnId && (path.contains("session") || path.equals("/api/export"));
        }

        ApiResponse call(ApiClient api, String id) {
            String address = path.replace("{id}", id) + (takesAnId && !path.contains("{id}") ? "?id=" + id : "");
            return method.equals("get")
                    ? api.get(address)
                    : api.send(
                            method.toUpperCase(Locale.ROOT),
                            address,
                            BodyPublishers.ofString(exampleBody),
                            Map.of("Content-Type", "application/json"));
        }
    }
}
