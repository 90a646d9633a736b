package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.api.ApiApplication;
import dev.opensync.api.HealthApplication;
import dev.opensync.api.SyncApplication;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.OpenApiDocument.Operation;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@SystemTest
class OpenApiIT {

    private static final String DESCRIBED_SESSION = "5d41402abc4b2a76b9719d911017c592";

    private final TestServer server;
    private final OpenApiDocument document;

    OpenApiIT(TestServer server) {
        this.server = server;
        this.document = OpenApiDocument.of(server.anonymous());
    }

    @Test
    void everyRouteOfTheCodeIsDescribedAndNoOther() {
        List<String> routes = Stream.of(new ApiApplication(), new HealthApplication(), new SyncApplication())
                .flatMap(OpenApiIT::routes)
                .toList();

        assertThat(document.operations()).extracting(Operation::toString).containsExactlyInAnyOrderElementsOf(routes);
    }

    @TestFactory
    Stream<DynamicTest> everyOperationIsDescribedInFull() {
        return calls(operation -> assertThat(document.gaps(operation)).isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> aGoodCallIsAnsweredAsDescribed() {
        return calls(operation -> {
            String id = newSession();
            ApiResponse answer = call(server.admin(), operation, query(operation, id), body(operation, id));
            assertThat(answer.status()).isIn(200, 202);
            assertThat(document.faults(operation, answer)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutACredentialTheAnswerIsAsDescribed() {
        return calls(operation -> {
            ApiResponse answer = call(server.anonymous(), operation, "?id=x", operation.exampleBody());
            assertThat(answer.status()).isEqualTo(operation.needsCredential() ? 401 : 200);
            assertThat(document.faults(operation, answer)).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> aBadCallIsAnsweredAsDescribed() {
        return calls(operation -> {
            ApiResponse answer = operation.exampleBody().isEmpty()
                    ? call(server.admin(), operation, "?limit=none&id=none", "")
                    : send(server.admin(), operation, path(operation), "{\"broken");
            assertThat(document.faults(operation, answer)).isEmpty();
        });
    }

    @Test
    void everyFormatOfAnExportIsDescribed() {
        String id = UUID.randomUUID().toString();
        server.admin().post("/sync/session", "{\"externalId\": \"" + id + "\"}");
        Operation export = document.operations().stream()
                .filter(operation -> operation.path().equals("/api/export"))
                .findFirst()
                .orElseThrow();

        assertThat(List.of("json", "jsonl", "markdown")).allSatisfy(format -> {
            ApiResponse answer = server.admin().get("/api/export?id=" + id + "&format=" + format);
            assertThat(document.faults(export, answer)).isEmpty();
        });
    }

    private Stream<DynamicTest> calls(OperationCheck check) {
        return document.operations().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check.check(operation)));
    }

    /** Of its own for each call, with a dataset of the same name: some of them delete it. */
    private String newSession() {
        String id = UUID.randomUUID().toString();
        server.admin().post("/sync/batch", """
                {"sessions": [{"externalId": "ID", "title": "Described", "model": "m", "cost": 0.5}],
                 "messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "hello",
                               "parts": [{"type": "tool-call", "content": {"toolName": "Bash"}, "extra": 1}]}]}
                """.replace("ID", id));
        SessionEditIT.send(server.admin(), "PATCH", "/api/sessions/" + id + "/eval-ready", "{\"evalReady\": true}");
        server.admin().post("/api/eval-datasets", """
                {"name": "ID", "sessionIds": ["ID"]}""".replace("ID", id));
        return id;
    }

    private String query(Operation operation, String id) {
        if (operation.path().startsWith("/api/saved-searches/")) {
            return "/" + made("/api/saved-searches", "{\"query\": \"hello\"}");
        }
        if (operation.path().startsWith("/api/context/packs/")) {
            return "/" + made("/api/context/packs", "{\"query\": \"hello\"}");
        }
        if (operation.path().startsWith("/api/bookmarks/")) {
            return "/" + made("/api/bookmarks", "{\"messageId\": \"" + serverId(id) + "-1\"}");
        }
        if (operation.hasParameter("parameters/Id")) {
            return "?id=" + id;
        }
        if (operation.hasParameter("\"q\"")) {
            return "?q=hello";
        }
        if (operation.path().endsWith("/model/{id}")) {
            return "/m";
        }
        return operation.path().contains("{") ? "/" + id : "";
    }

    /** The example with the id of a session that is there. */
    private String body(Operation operation, String id) {
        return operation.exampleBody().replace(DESCRIBED_SESSION, serverId(id));
    }

    private String serverId(String externalId) {
        return Synced.read(server.admin(), externalId).session().get("id").asText();
    }

    private String made(String path, String body) {
        return server.admin().post(path, body).json().get("id").asText();
    }

    private static ApiResponse call(ApiClient client, Operation operation, String query, String body) {
        String path = query.startsWith("/") ? operation.path().replace("/{id}", query) : path(operation) + query;
        return send(client, operation, path, body);
    }

    private static ApiResponse send(ApiClient client, Operation operation, String path, String body) {
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return client.send(operation.method(), path, publisher, Map.of("Content-Type", "application/json"));
    }

    private static String path(Operation operation) {
        return operation.path().replace("{id}", "none");
    }

    private static Stream<String> routes(Application application) {
        String start =
                application.getClass().getAnnotation(ApplicationPath.class).value();
        return application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods())
                        .flatMap(method -> verbs(method).map(verb -> verb + " " + joined(start, type, method))));
    }

    private static Stream<String> verbs(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String joined(String start, Class<?> type, Method method) {
        Path ofMethod = method.getAnnotation(Path.class);
        String all = String.join(
                "/", start, type.getAnnotation(Path.class).value(), ofMethod == null ? "" : ofMethod.value());
        return all.replaceAll(": [^}]+}", "}").replaceAll("/+", "/").replaceAll("/$", "");
    }

    private interface OperationCheck {
        void check(Operation operation);
    }
}
