package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.SessionListing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionFiltersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void addressSaysOnlyWhatIsChosen() {
        assertThat(SessionFilters.of(Map.of("project", "a & b", "eval", "no", "sort", "cost", "model", " "))
                        .query()
                        .afterPath())
                .isEqualTo("?project=a+%26+b&eval=no&sort=cost");
    }

    @Test
    void whatCannotBeUsedDoesNotCount() {
        assertThat(SessionFilters.of(Map.of(
                                "days",
                                "8",
                                "from",
                                "yesterday",
                                "to",
                                "999999-01-01",
                                "eval",
                                "maybe",
                                "sort",
                                "size",
                                "order",
                                "up",
                                "type",
                                "guess",
                                "view",
                                "heap"))
                        .query()
                        .afterPath())
                .isEmpty();
    }

    @Test
    void daysBackIncludeToday() {
        SessionListing listing =
                SessionFilters.of(Map.of("days", "7", "from", "2020-01-01")).listing(TODAY);

        assertThat(listing.from()).isEqualTo(Instant.parse("2026-01-25T00:00:00Z"));
        assertThat(listing.until()).isNull();
    }

    @Test
    void lastDayIsIncluded() {
        SessionListing listing = SessionFilters.of(Map.of("from", "2026-01-30", "to", "2026-01-31"))
                .listing(TODAY);

        assertThat(listing.from()).isEqualTo(Instant.parse("2026-01-30T00:00:00Z"));
        assertThat(listing.until()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    }
}
