package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real OpenID provider on loopback: the script in {@code src/test/oidc}. */
public final class IdentityProvider implements AutoCloseable {

    private final int port = Ports.free();
    private ChildProcess process;

    @SuppressWarnings("NullAway.Init")
    private IdentityProvider() {}

    /** It has an address, but runs only after {@link #start}. */
    public static IdentityProvider planned() {
        return new IdentityProvider();
    }

    /** {@code redirectUri}: where it may send people back to. */
    public void start(URI redirectUri) {
        NodeTool tool = NodeTool.install("oidc-provider", "9.13.3");
        Path directory = Folders.empty(Build.run("oidc-provider"));
        process = ChildProcess.start(
                directory,
                directory.resolve("provider.log"),
                List.of(
                        Programs.find("node", "node.exe").orElseThrow().toString(),
                        Build.project()
                                .resolve("opensync-ear/src/test/oidc/server.mjs")
                                .toString(),
                        Integer.toString(port),
                        redirectUri.toString()),
                Map.of("OIDC_PACKAGES", tool.packages().toString()));
        await().ignoreExceptions().until(this::isUp);
    }

    /** As it stands in its tokens. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI keySet() {
        return issuer().resolve("/jwks");
    }

    /** A JSON Web Token as a program gets it; {@code more}: further parameters of the script's {@code /token-for}. */
    public String token(String person, String more) {
        ApiResponse answer = client().get("/token-for?person=" + person + more);
        if (answer.status() != 200) {
            throw new AssertionError("No token: " + answer);
        }
        return answer.body();
    }

    /** {@code groups}: separated by commas. */
    public void changeGroups(String person, String groups) {
        client().get("/groups-of?person=" + person + "&groups=" + groups);
    }

    @Override
    public void close() {
        process.stop();
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new AssertionError(process.lastLines());
        }
        return client().get("/.well-known/openid-configuration").status() == 200;
    }

    private ApiClient client() {
        return new ApiClient(issuer().toString(), null);
    }
}
