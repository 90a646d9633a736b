package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Member;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions taken along as a table. */
@SystemTest
@Tag("database")
class SessionTableIT {

    private final Member member;
    private final TestServer server;
    private final String project = "project-" + Synced.newId();

    SessionTableIT(TestServer server) {
        this.server = server;
        member = server.member();
    }

    @Test
    void tableHoldsAllThatMeetsTheFiltersAndNothingElse() {
        String sessions = IntStream.rangeClosed(1, 600)
                .mapToObj(n -> "{\"externalId\": \"" + project + n + "\", \"title\": \"=cmd()," + n
                        + "\", \"projectName\": \"" + project + "\", \"model\": \"m" + n % 3 + "\"}")
                .collect(Collectors.joining(","));
        assertThat(member.api()
                        .post("/sync/batch", "{\"sessions\": [" + sessions + "], \"messages\": []}")
                        .status())
                .isEqualTo(200);
        server.admin()
                .post(
                        "/sync/session",
                        "{\"externalId\": \"" + Synced.newId() + "\", \"projectName\": \"" + project
                                + "\", \"title\": \"Of another\"}");

        Page all = member.pages().get("/sessions-csv?project=" + project);
        Page some = member.pages().get("/sessions-csv?project=" + project + "&model=m1");

        assertThat(all.header("Content-Type")).startsWith("text/csv");
        assertThat(all.header("Content-Disposition"))
                .matches("attachment; filename=\"opensync_sessions_\\d{4}-\\d\\d-\\d\\d.csv\"");
        assertThat(lines(all)).hasSize(601).first().asString().startsWith("Session ID,External ID,Source,Title,");
        assertThat(lines(all)).anyMatch(line -> line.contains(",\"'=cmd(),600\","));
        assertThat(lines(all)).noneMatch(line -> line.contains("Of another"));
        assertThat(lines(some)).hasSize(201);
    }

    private static List<String> lines(Page page) {
        return page.document().body().wholeText().lines().toList();
    }
}
