package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts: keeps cookies, also secure ones, follows redirects and sends forms. */
public final class PageClient {

    private static final int MAX_REDIRECTS = 20;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307);

    private final URI baseUrl;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public PageClient(URI baseUrl) {
        this(baseUrl, Map.of());
    }

    /** {@code headers} go with every request, as those of a proxy do. */
    public PageClient(URI baseUrl, Map<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    /** Empty if there is no such cookie. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie of this server into the browser. */
    public void setCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(baseUrl, cookie);
    }

    /** As the end of a browser does for its session. */
    public void forgetCookie(String name) {
        List<HttpCookie> kept = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList();
        kept.forEach(cookie -> cookies.getCookieStore().remove(baseUrl, cookie));
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
        return post(page.address().resolve(element.attr("action")), body);
    }

    /** Sends a form that no page of ours has made; {@code fields}: name and value in turn. */
    public Page post(String path, String... fields) {
        List<String> body = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            body.add(pair(fields[i], fields[i + 1]));
        }
        return post(baseUrl.resolve(path), body);
    }

    private Page post(URI address, List<String> body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", body))));
    }

    private Page send(HttpRequest.Builder request) {
        List<String> setCookies = new ArrayList<>();
        HttpResponse<String> response = exchange(request, setCookies);
        for (int i = 0; REDIRECTS.contains(response.statusCode()); i++) {
            if (i == MAX_REDIRECTS) {
                throw new AssertionError("Too many redirects: " + response.uri());
            }
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = exchange(HttpRequest.newBuilder(next), setCookies);
        }
        return new Page(
                response.uri(),
                response.statusCode(),
                response.headers(),
                List.copyOf(setCookies),
                Jsoup.parse(response.body()));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request, List<String> setCookies) {
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
            setCookies.addAll(response.headers().allValues("Set-Cookie"));
            // What a proxy that speaks TLS would pass on.
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return response;
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

    /** What the last redirect led to, with the cookies set on all of the way. */
    public record Page(URI address, int status, HttpHeaders headers, List<String> setCookies, Document document) {

        /** Empty if there is no such header. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** With its attributes, as it was set last; empty if it was not. */
        public String setCookie(String name) {
            return setCookies.stream()
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .reduce("", (first, last) -> last);
        }

        public String text() {
            return document.text();
        }
    }
}
