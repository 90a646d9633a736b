package dev.opensync.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactionTest {

    private static final String KEY = "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    private final List<SecretExcerpt> found = new ArrayList<>();

    @Test
    void secretsAreReplacedInTextAndInEveryPart() {
        TranscriptMessage shown = redaction(false).of(message("Use " + KEY, """
                {"toolName": "Bash", "args": {"command": "curl -u x:KEY https://u:hunter2@host", "list": ["KEY", 3, null, true]}}""".replace("KEY", KEY)), "1");

        assertThat(shown.text()).isEqualTo("Use [redacted]");
        assertThat(shown.parts().get(0).content())
                .doesNotContain(KEY)
                .doesNotContain("hunter2")
                .contains("curl -u x:[redacted] https://u:[redacted]@host", "[\"[redacted]\",3,null,true]");
        assertThat(found).hasSize(4).contains(new SecretExcerpt(SecretKind.KEY, "GitHub", "ghp_…"));
    }

    @Test
    void ownerWhoInsistsShowsThem() {
        TranscriptMessage shown = redaction(true).of(message("Use " + KEY, "{\"password\":\"hunter2\"}"), "1");

        assertThat(shown.text()).isEqualTo("Use " + KEY);
        assertThat(shown.parts().get(0).content()).isEqualTo("{\"password\":\"hunter2\"}");
        assertThat(found).hasSize(2);
    }

    @Test
    void membersNamedAsSecretsAreReplacedWhateverTheyLookLike() {
        assertThat(
                        part(
                                "{\"password\":\"hunter2\",\"apiToken\":\"abcdef\",\"API_KEY\":\"abcdef\",\"pageToken\":\"abcdef\"}"))
                .isEqualTo(
                        "{\"password\":\"[redacted]\",\"apiToken\":\"[redacted]\",\"API_KEY\":\"[redacted]\",\"pageToken\":\"abcdef\"}");
    }

    @Test
    void jsonInsideATextIsLookedThrough() {
        assertThat(part("\"{\\\"toolName\\\":\\\"Bash\\\",\\\"password\\\":\\\"hunter2\\\"}\""))
                .contains("[redacted]")
                .doesNotContain("hunter2");
    }

    @Test
    void pathOfTheProjectIsHiddenInEverySpelling() {
        Redaction redaction = Redaction.of("/Users/ada/work/acme/", false, found::add);

        assertThat(redaction.of("cd /Users/ada/work/acme/src && ls ~/.claude/projects/-Users-ada-work-acme"))
                .isEqualTo("cd [project]/src && ls ~/.claude/projects/[project]");
        assertThat(Redaction.of("C:\\work\\acme", false, found::add).of("C:\\work\\acme\\a and C:\\\\work\\\\acme"))
                .isEqualTo("[project]\\a and [project]");
        assertThat(Redaction.of("C:\\work\\acme", false, found::add).of("c:/work/acme/a and /c/work/acme/b"))
                .isEqualTo("[project]/a and [project]/b");
    }

    @Test
    void namesOfPeopleInPathsAreHidden() {
        assertThat(redaction(false).of("/home/ada/x, /Users/bob, C:\\Users\\eve\\y and C:\\\\Users\\\\eve\\\\y"))
                .isEqualTo("/home/user/x, /Users/user, C:\\Users\\user\\y and C:\\\\Users\\\\user\\\\y");
    }

    @Test
    void wholeNamesOfPeopleAreHidden() {
        assertThat(redaction(false).of("C:\\Users\\John Smith\\x, /Users/Mary O'Neil/y and /home/ada says hello/"))
                .isEqualTo("C:\\Users\\user\\x, /Users/user/y and /home/user says hello/");
        assertThat(redaction(false).of("~/.claude/projects/-Users-ada-work, nav-home-icon-large, \\home\\ada\\x"))
                .isEqualTo("~/.claude/projects/-Users-user-work, nav-home-icon-large, \\home\\user\\x");
    }

    @Test
    void documentsAreNoPictures() {
        assertThat(part("{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"key " + KEY + "\"}"))
                .contains("key [redacted]");
    }

    @Test
    void picturesStayWhole() {
        String picture =
                "{\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"AKIAIOSFODNN7EXAMPLE\"}}";

        assertThat(part(picture)).isEqualTo(picture);
    }

    @Test
    void whatTheToolKnowsTheMessageByIsLeftOut() {
        TranscriptMessage shown = redaction(false).of(message("text", "\"x\""), "7");

        assertThat(shown.id()).isEqualTo("7");
        assertThat(shown.externalId()).isEmpty();
        assertThat(shown.metadata()).isNull();
    }

    private Redaction redaction(boolean withSecrets) {
        return Redaction.of(null, withSecrets, found::add);
    }

    private String part(String content) {
        return redaction(false).of(message(null, content), "1").parts().get(0).content();
    }

    private static TranscriptMessage message(String text, String content) {
        return new TranscriptMessage(
                "s-1",
                1,
                "external",
                MessageRole.USER,
                text,
                null,
                null,
                null,
                null,
                "{\"cwd\":\"/x\"}",
                Instant.EPOCH,
                List.of(new TranscriptPart("tool-call", content, null)));
    }
}
