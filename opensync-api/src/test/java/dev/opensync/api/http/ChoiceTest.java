package dev.opensync.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.shared.OpenSyncException;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    private static final Choice<String> ORDER = Choice.of("order", List.of("asc", "desc"), word -> word);

    @Test
    void wordsAreFoundInAnyCase() {
        assertThat(ORDER.parse(" DESC ", "asc")).isEqualTo("desc");
        assertThat(Choice.of("day", DayOfWeek.class).parse("sunday")).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Choice.ofYesOrNo("shared").parse("True", false)).isTrue();
    }

    @Test
    void absentAndEmptyAreTheDefault() {
        assertThat(ORDER.parse(null, "asc")).isEqualTo("asc");
        assertThat(ORDER.parse("", "asc")).isEqualTo("asc");
        assertThat(ORDER.parse(" ")).isNull();
    }

    @Test
    void unknownWordIsToldTheAllowedOnes() {
        assertThatThrownBy(() -> ORDER.parse("up", "asc"))
                .isInstanceOf(OpenSyncException.class)
                .hasMessage("order must be asc or desc");
        assertThatThrownBy(() -> Choice.of("day", DayOfWeek.class).parse("today"))
                .hasMessage("day must be monday, tuesday, wednesday, thursday, friday, saturday or sunday");
    }

    @Test
    void severalComeRepeatedOrWithCommas() {
        assertThat(ORDER.parseAll(List.of("desc,asc", "desc", ""))).containsExactly("desc", "asc");
        assertThatThrownBy(() -> ORDER.parseAll(List.of("asc,up"))).hasMessageContaining("asc or desc");
    }
}
