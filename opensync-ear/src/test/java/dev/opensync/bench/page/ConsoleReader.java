package dev.opensync.bench.page;

import dev.opensync.harness.PageClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A signed-in browser, as far as the network sees it. */
final class ConsoleReader {

    private static final String SESSION = "JSESSIONID";
    private static final int OK = 200;
    private static final Pattern IN_STYLES = Pattern.compile("url\\(\\s*[\"']?([^\"')]+)[\"']?\\s*\\)");
    private static final String LOADED =
            "link[rel=stylesheet][href], link[rel=icon][href], link[rel=preload][href], script[src], img[src]";

    private final URI server;
    private final String session;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<URI, Integer> resources = new HashMap<>();

    private ConsoleReader(URI server, String session) {
        this.server = server;
        this.session = session;
    }

    static ConsoleReader signIn(URI server, String email, String password) {
        PageClient pages = new PageClient(server);
        pages.submit(pages.get("/login"), "loginForm", "signIn", "email", email, "password", password);
        return new ConsoleReader(server, pages.cookie(SESSION));
    }

    /**
     * @param nanos until the first byte of the body could be read
     * @param transferred bytes of the body as sent
     */
    record Answer(URI address, long nanos, int transferred, String text) {

        Document document() {
            return Jsoup.parse(text, address.toString());
        }
    }

    /** Fails unless the page is there. */
    Answer get(String path) {
        return get(server.resolve(path));
    }

    private Answer get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .header("Cookie", SESSION + "=" + session)
                .timeout(Duration.ofMinutes(2))
                .build();
        try {
            long begin = System.nanoTime();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int first = body.read();
                long nanos = System.nanoTime() - begin;
                byte[] rest = body.readAllBytes();
                if (response.statusCode() != OK) {
                    throw new IllegalStateException(address + " answers " + response.statusCode());
                }
                byte[] sent = new byte[first < 0 ? 0 : rest.length + 1];
                if (first >= 0) {
                    sent[0] = (byte) first;
                    System.arraycopy(rest, 0, sent, 1, rest.length);
                }
                boolean zipped = response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equals)
                        .isPresent();
                byte[] plain = zipped ? unzipped(sent) : sent;
                return new Answer(address, nanos, sent.length, new String(plain, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(address.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the link with this id leads. */
    String link(String path, String id) {
        String address = get(path).document().select("#" + id).attr("href");
        if (address.isEmpty()) {
            throw new IllegalStateException("No link " + id + " on " + path);
        }
        return address;
    }

    /** Of styles, scripts, pictures and the fonts of the styles, each loaded by an empty cache. */
    int resourceBytes(Answer page) {
        Set<URI> addresses = page.document().select(LOADED).stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .filter(address -> !address.startsWith("data:"))
                .map(page.address()::resolve)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return addresses.stream().mapToInt(this::withItsOwn).sum();
    }

    private int withItsOwn(URI address) {
        Integer known = resources.get(address);
        if (known != null) {
            return known;
        }
        Answer answer = get(address);
        int bytes = answer.transferred();
        if (address.getPath().contains(".css")) {
            bytes += IN_STYLES
                    .matcher(answer.text())
                    .results()
                    .map(MatchResult::group)
                    .map(found -> found.replaceAll(IN_STYLES.pattern(), "$1"))
                    .filter(found -> !found.startsWith("data:") && !found.startsWith("#"))
                    .distinct()
                    .mapToInt(found -> withItsOwn(address.resolve(found)))
                    .sum();
        }
        resources.put(address, bytes);
        return bytes;
    }

    private static byte[] unzipped(byte[] sent) throws IOException {
        try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return input.readAllBytes();
        }
    }
}
