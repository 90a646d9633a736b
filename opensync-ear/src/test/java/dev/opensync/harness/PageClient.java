package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, follows redirects and sends forms. */
public final class PageClient {

    private final URI baseUrl;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public PageClient(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** {@code path} from the root of the server. */
    public Page get(String path) {
        return send(HttpRequest.newBuilder(baseUrl.resolve(path)));
    }

    /** Presses a button of a form; {@code fields}: short id and value in turn, an id again for a further value. */
    public Page submit(Page page, String form, String button, String... fields) {
        Element element = page.document().getElementById(form);
        if (element == null) {
            throw new AssertionError("No form " + form + " on " + page.address() + ": " + page.text());
        }
        List<String> body = new ArrayList<>();
        element.select("input[type=hidden]").forEach(field -> body.add(pair(field.attr("name"), field.attr("value"))));
        for (int i = 0; i < fields.length; i += 2) {
            body.add(pair(form + ":" + fields[i], fields[i + 1]));
        }
        body.add(pair(form + ":" + button, button));
        return send(HttpRequest.newBuilder(page.address().resolve(element.attr("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
            return new Page(response.uri(), response.statusCode(), Jsoup.parse(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String pair(String name, String value) {
        return encode(name) + "=" + encode(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the last redirect led to. */
    public record Page(URI address, int status, Document document) {

        public String text() {
            return document.text();
        }
    }
}
