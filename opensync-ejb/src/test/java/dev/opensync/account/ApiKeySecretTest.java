package dev.opensync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.shared.OpenSyncException;
import org.junit.jupiter.api.Test;

class ApiKeySecretTest {

    @Test
    void newSecretsHave256RandomBits() {
        assertThat(ApiKeySecret.next().text()).matches("osk_[A-Za-z0-9_-]{43}");
        assertThat(ApiKeySecret.next().text()).isNotEqualTo(ApiKeySecret.next().text());
    }

    @Test
    void whatCanBeNoKeyIsRefusedUnseen() {
        assertThat(ApiKeySecret.parse("osk_short")).isEmpty();
        assertThat(ApiKeySecret.parse("osk_0123456789abcdef 0123456789")).isEmpty();
        assertThat(ApiKeySecret.parse("key_0123456789abcdef0123456789")).isEmpty();
        assertThat(ApiKeySecret.parse("os_0123456789abcdef0123456789")).isPresent();
    }

    @Test
    void chosenKeyMustStartAsClientsExpect() {
        assertThatThrownBy(() -> ApiKeySecret.chosen("os_0123456789abcdef0123456789"))
                .isInstanceOf(OpenSyncException.class)
                .hasMessageContaining("osk_");
    }

    @Test
    void prefixKeepsMostOfTheSecretBack() {
        ApiKeySecret secret = ApiKeySecret.chosen("osk_abcdefgh0123456789");

        assertThat(secret.prefix()).isEqualTo("osk_abcdefgh");
    }
}
