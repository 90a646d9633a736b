package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;

/** Somebody who keeps talks as test cases. */
record DatasetOwner(ApiClient api) {

    /** Questions and answers numbered from 0. */
    void talk(String session, int turns) {
        for (int turn = 0; turn < turns; turn++) {
            message(session, "q" + turn, "user", "Question " + turn);
            message(session, "a" + turn, "assistant", "Answer " + turn);
        }
        ready(session);
    }

    void message(String session, String id, String role, String text) {
        ApiResponse answer = api.post("/sync/message", """
                {"sessionExternalId": "%s", "externalId": "%s", "role": "%s", "textContent": "%s"}""".formatted(session, id, role, text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    void ready(String session) {
        assertThat(SessionEditIT.send(api, "PATCH", "/api/sessions/" + session + "/eval-ready", "{\"evalReady\": true}")
                        .status())
                .isEqualTo(200);
    }

    ApiResponse save(String body) {
        return api.post("/api/eval-datasets", body);
    }

    String body(String path) {
        ApiResponse answer = api.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
