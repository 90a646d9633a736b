package dev.opensync.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.SessionSummary;
import dev.opensync.shared.TokenUsage;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTableTest {

    @Test
    void everyColumnIsWrittenAsTheOriginalNamesIt() throws IOException {
        assertThat(table(titled("Say \"hi\", twice"))).isEqualTo("""
                Session ID,External ID,Source,Title,Project Name,Project Path,Model,Provider,Prompt Tokens,Completion Tokens,\
                Total Tokens,Cost,Duration (ms),Message Count,Is Public,Public Slug,Created At,Updated At
                0123,"ses_1","pi","Say ""hi"", twice","shop","/home/ann/shop","m,1","",10,5,15,0.024500,65000,2,false,,\
                2026-01-31T18:00:00.500Z,2026-01-31T19:00:00Z
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\uFF1D1"})
    void noTitleIsAFormula(String title) throws IOException {
        assertThat(table(titled(title))).contains("\"'" + title + "\"");
    }

    private static String table(SessionSummary session) throws IOException {
        StringWriter out = new StringWriter();
        SessionTable.write(List.of(session), out);
        return out.toString();
    }

    private static SessionSummary titled(String title) {
        return new SessionSummary(
                "0123",
                "ses_1",
                title,
                "/home/ann/shop",
                "shop",
                "m,1",
                null,
                "pi",
                new TokenUsage(10, 5),
                false,
                new TokenUsage(10, 5),
                24_500,
                65_000L,
                2,
                false,
                false,
                null,
                Instant.parse("2026-01-31T18:00:00.500Z"),
                Instant.parse("2026-01-31T19:00:00Z"));
    }
}
