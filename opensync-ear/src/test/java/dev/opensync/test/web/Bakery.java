package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Member;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** A session of two messages with a key, a path and a picture, and its owner at a browser without scripts. */
final class Bakery {

    static final String KEY = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    private static final String ONE_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final TestServer server;
    private final ApiClient api;
    private final PageClient owner;
    private final String externalId = Synced.newId();
    private final String id;

    Bakery(TestServer server) {
        this.server = server;
        Member member = server.member();
        api = member.api();
        owner = member.pages();
        sync("""
                {"sessions": [{"externalId": "ID", "title": "Bakery & <oven>", "projectPath": "/Users/ada/work/secret-project",
                   "projectName": "secret-project", "cost": 12.34, "model": "claude-opus-4-5", "metadata": {"branch": "hidden-branch"}}],
                 "messages": [
                   {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Preheat in /Users/ada/work/secret-project with KEY"},
                   {"sessionExternalId": "ID", "externalId": "m2", "role": "assistant", "parts": [
                     {"type": "tool-call", "content": {"toolName": "Bash", "args": {"command": "bake --token KEY"}}},
                     {"type": "tool-result", "content": "baked for /home/ada"},
                     {"type": "image", "content": {"source": {"type": "base64", "media_type": "image/png", "data": "PNG"}}}]}]}""".replace("KEY", KEY).replace("PNG", ONE_PIXEL));
        id = Synced.read(api, externalId).session().get("id").asText();
    }

    ApiClient api() {
        return api;
    }

    PageClient owner() {
        return owner;
    }

    String externalId() {
        return externalId;
    }

    String id() {
        return id;
    }

    /** The page of its owner. */
    Page terms() {
        return owner.get("/share?id=" + id);
    }

    /** To so many messages, the last one with the key. */
    void grow(int messages) {
        sync(IntStream.rangeClosed(3, messages)
                .mapToObj(
                        number -> """
                        {"sessionExternalId": "ID", "externalId": "m%d", "role": "user", "textContent": "%s"}""".formatted(number, number == messages ? "It is " + KEY : "Bread number " + number))
                .collect(Collectors.joining(",", "{\"messages\": [", "]}")));
    }

    /** Goes on searching from that page, as its script does; returns what comes, in its order. */
    List<Page> search(Page terms) {
        List<Page> stretches = new ArrayList<>();
        String next = next(terms);
        while (!next.isEmpty()) {
            stretches.add(owner.get(next));
            next = next(stretches.get(stretches.size() - 1));
        }
        return stretches;
    }

    private static String next(Page page) {
        return page.document().select("#shareSecrets").attr("data-next");
    }

    void makePrivate() {
        owner.submit(terms(), "revokeForm", "revoke");
    }

    boolean isPublic() {
        return Synced.read(api, externalId).session().get("isPublic").asBoolean();
    }

    /** Makes it public; {@code fields}: name and value in turn. Returns the path of the link. */
    String share(String... fields) {
        Page page = submit(terms(), fields);
        return URI.create(page.document().select("#shareLink").text()).getPath();
    }

    Page submit(Page page, String... fields) {
        Element form = Objects.requireNonNull(page.document().getElementById("shareForm"), page::text);
        for (int i = 0; i < fields.length; i += 2) {
            form.appendElement("input")
                    .attr("type", "hidden")
                    .attr("name", fields[i])
                    .attr("value", fields[i + 1]);
        }
        return owner.submit(page, "shareForm", "share");
    }

    /** The form is no page of Faces, so the names of its fields are bare. */
    static Page unlock(PageClient visitor, String link, String password) {
        Page page = visitor.get(link);
        Objects.requireNonNull(page.document().getElementById("unlockForm"), page::text)
                .appendElement("input")
                .attr("type", "hidden")
                .attr("name", "password")
                .attr("value", password);
        return visitor.submit(page, "unlockForm", "unlock");
    }

    void sync(String batch) {
        assertThat(api.post("/sync/batch", batch.replace("\"ID\"", "\"" + externalId + "\""))
                        .json()
                        .get("errors"))
                .isEmpty();
    }

    int run(String sql, String... values) {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    String stored() {
        try (Connection connection = server.database().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT GROUP_CONCAT(password_hash) AS hashes FROM shared_session");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString("hashes");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
