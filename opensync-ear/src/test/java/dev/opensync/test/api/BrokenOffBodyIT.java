package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half a request is none. */
@SystemTest
class BrokenOffBodyIT {

    private final TestServer server;

    BrokenOffBodyIT(TestServer server) {
        this.server = server;
    }

    /** The connection is gone by then, so mostly nobody is there to be told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1000\r\n\r\n{\"externalId\": \"ID\"",
                "Content-Length: 1000\r\n\r\n{\"externalId\": \"ID\"}",
                "Transfer-Encoding: chunked\r\n\r\n60\r\n{\"externalId\": \"ID\"",
                "Transfer-Encoding: chunked\r\n\r\n60\r\n{\"externalId\": \"ID\"}",
                "Transfer-Encoding: chunked\r\n\r\nnot a length\r\n{\"externalId\": \"ID\"}"
            })
    void storesNothing(String lengthAndBody) throws IOException {
        String id = Synced.newId();
        String[] request = lengthAndBody.replace("ID", id).split("\r\n\r\n", 2);

        int status = RawRequest.send(
                server.baseUrl(),
                "POST /sync/session HTTP/1.1\r\nAuthorization: Bearer " + server.adminKey() + "\r\n" + request[0]
                        + "\r\n",
                request[1]);

        assertThat(status).isIn(RawRequest.NO_ANSWER, 400);
        assertThat(server.admin().get("/api/sessions/" + id).status()).isEqualTo(404);
    }
}
