package dev.opensync.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackSlugTest {

    @ParameterizedTest
    @CsvSource({
        "Login token, login-token",
        "  Über-Größe / 2!, uber-gro-e-2",
        "---, pack",
        "漢字, pack",
        "漢字 k8s, k8s",
        "'../../etc', etc"
    })
    void addressHasTheLettersOfTheName(String name, String slug) {
        assertThat(PackSlug.of(name, List.of())).isEqualTo(slug);
    }

    @Test
    void takenAddressGetsANumber() {
        assertThat(PackSlug.of("Login", List.of("login", "login-2", "other"))).isEqualTo("login-3");
    }

    @Test
    void addressIsCutWithoutADashAtItsEnd() {
        assertThat(PackSlug.of("a".repeat(59) + " b", List.of())).isEqualTo("a".repeat(59));
    }
}
