package dev.opensync.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.session.MessageCursor;
import dev.opensync.shared.OpenSyncException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTrailTest {

    private static final FoundSecrets.Place FIRST = place(3, "ghp_…");
    private static final FoundSecrets.Place SECOND = place(8, "sk-a…");

    @Test
    void searchGoesOnFromItsAddress() {
        SecretTrail start = SecretTrail.start(9_000);
        SecretTrail later = start.past(new MessageCursor(-12, 3)).with(FIRST).with(SECOND);

        assertThat(SecretTrail.parse(start.text())).isEqualTo(start);
        assertThat(SecretTrail.parse(later.text())).isEqualTo(later);
        assertThat(SecretTrail.parse(new SecretTrail(1, null, 1, 1, Integer.MIN_VALUE).text())
                        .print())
                .isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"9", "9.0.0", "9.0.0.x", "-9.0.0.0", "9.0.0.0.12", "9.0.0.0.12.", "9.0.0.123456789", "9.0.0.0 "})
    void nothingElseIsAnAddress(String text) {
        assertThatThrownBy(() -> SecretTrail.parse(text)).isInstanceOf(OpenSyncException.class);
    }

    @Test
    void sealTellsListsApartAndIsThereOnlyAtTheirEnd() {
        SecretTrail both = SecretTrail.start(9).with(FIRST).with(SECOND);
        SecretTrail turned = SecretTrail.start(9).with(SECOND).with(FIRST);

        assertThat(seal(both, true)).isNotEqualTo(seal(turned, true)).isNotEqualTo(seal(SecretTrail.start(9), true));
        assertThat(seal(SecretTrail.start(9), true)).isNotEmpty();
        assertThat(seal(both, false)).isEmpty();
    }

    private static String seal(SecretTrail trail, boolean complete) {
        return new FoundSecrets(List.of(), trail, complete).seal();
    }

    private static FoundSecrets.Place place(int sequence, String excerpt) {
        return new FoundSecrets.Place(sequence, new SecretExcerpt(SecretKind.KEY, "GitHub", excerpt));
    }
}
