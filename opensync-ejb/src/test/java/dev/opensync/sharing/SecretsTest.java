package dev.opensync.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String A40 = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0";

    @ParameterizedTest
    @CsvSource({
        "AKIAIOSFODNN7EXAMPLE, AWS",
        "ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8, GitHub",
        "github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ, GitHub",
        "glpat-a1B2c3D4e5F6g7H8i9J0, GitLab",
        "sk-ant-api03-a1B2c3D4e5F6g7H8i9J0-k1L2m3N4, Anthropic",
        "sk-proj-a1B2c3D4e5F6g7H8i9J0k1L2, OpenAI",
        "sk-a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6, OpenAI",
        "AIzaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q, Google",
        "xoxb-123456789012-abcdefGHIJ, Slack",
        "sk_live_a1B2c3D4e5F6g7H8, Stripe",
        "SG.a1B2c3D4e5F6g7H8i9J0.k1L2m3N4o5P6q7R8s9T0, SendGrid",
        "npm_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8, npm",
        "hf_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7, Hugging Face",
        "osk_a1B2c3D4e5F6g7H8i9J0k1L2m3N4, OpenSync"
    })
    void keysOfProvidersAreFoundInASentence(String key, String issuer) {
        String text = "Use (" + key + "), then go on.";

        assertThat(Secrets.find(text)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(SecretKind.KEY);
            assertThat(found.issuer()).isEqualTo(issuer);
            assertThat(text.substring(found.start(), found.end())).isEqualTo(key);
        });
    }

    @Test
    void secretOfAnAwsKeyIsFoundByItsName() {
        assertThat(secrets("aws_secret_access_key = " + A40)).containsExactly(A40);
    }

    @Test
    void settingIsFoundInQuotedJson() {
        assertThat(secrets("{\\\"password\\\": \\\"hunter22\\\"}")).containsExactly("hunter22");
    }

    @Test
    void privateKeyIsFoundFromItsFirstToItsLastLine() {
        String key =
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\nAAAA\n-----END OPENSSH PRIVATE KEY-----";

        assertThat(secrets("cat id\n" + key + "\nThat was it")).containsExactly(key);
    }

    @Test
    void privateKeyThatIsCutOffIsFoundAsFarAsItGoes() {
        assertThat(secrets("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA"))
                .containsExactly("-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA");
    }

    @Test
    void tokensOfRequestsAreFound() {
        String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc_DEF-123";

        assertThat(secrets("Cookie: session=" + jwt)).containsExactly(jwt);
        assertThat(secrets("curl -H 'Authorization: Bearer abcdefghijklmnop' x"))
                .containsExactly("abcdefghijklmnop");
    }

    @Test
    void passwordInAnAddressIsFoundAndTheRestOfItIsNot() {
        assertThat(secrets("postgres://app:hunter2@db.example.org:5432/app")).containsExactly("hunter2");
        assertThat(secrets("redis://:hunter2@cache")).containsExactly("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD=correct-horse",
                "export API_KEY='correct-horse'",
                "   12→SESSION_SECRET = correct-horse",
                "password: \"correct-horse\"",
                "{\"client_secret\": \"correct-horse\"}",
                "dbPassword = 'correct-horse';",
                "spring.datasource.password=\"correct-horse\""
            })
    void valuesOfSecretSettingsAreFound(String line) {
        assertThat(secrets("first\n" + line + "\nlast")).containsExactly("correct-horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The password of the user is checked in login.c",
                "promptTokens: 1234, completionTokens: 5",
                "API_KEY=$OTHER_KEY",
                "TOKEN=${TOKEN}",
                "token = readToken(input)",
                "https://example.org:8080/path@x",
                "git@github.com:acme/app.git",
                "sk-learn and task-list",
                "-----BEGIN CERTIFICATE-----",
                "for (Key key : keys) map.put(key, value);"
            })
    void ordinaryTextHoldsNone(String text) {
        assertThat(secrets(text)).isEmpty();
    }

    @Test
    void hostileTextIsReadToItsEnd() {
        for (String hostile : List.of(
                "-----BEGIN RSA PRIVATE KEY-----" + "-".repeat(200_000),
                "password".repeat(20_000),
                "A_".repeat(100_000) + "KEY",
                "a://".repeat(50_000),
                "eyJ".repeat(60_000),
                "aws" + "-key".repeat(50_000))) {
            assertThat(Secrets.find(hostile)).hasSizeLessThanOrEqualTo(100_000);
        }
    }

    private static List<String> secrets(String text) {
        return Secrets.find(text).stream()
                .map(found -> text.substring(found.start(), found.end()))
                .toList();
    }
}
