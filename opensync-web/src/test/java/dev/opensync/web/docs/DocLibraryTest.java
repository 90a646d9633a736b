package dev.opensync.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.web.docs.DocLibrary.Hit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is found in the documents of this build. */
class DocLibraryTest {

    private final DocLibrary library = new DocLibrary();

    DocLibraryTest() {
        library.read();
    }

    @Test
    void sectionsNamedByTheWordsComeFirst() {
        List<Hit> hits = library.find("sessions who SEES");

        assertThat(hits.get(0).section().title()).isEqualTo("Who sees my sessions");
        assertThat(library.find("backup"))
                .extracting(
                        hit -> hit.section().title().toLowerCase(Locale.ROOT).contains("backup"))
                .contains(false)
                .isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
    }

    @Test
    void everyWordStandsInWhatIsFound() {
        assertThat(library.find("etag caching"))
                .isNotEmpty()
                .allSatisfy(
                        hit -> assertThat((hit.section().title() + hit.section().text()).toLowerCase(Locale.ROOT))
                                .contains("etag", "caching"));
        assertThat(library.find("etag xyzzyplugh")).isEmpty();
        assertThat(library.find("  ")).isEmpty();
    }
}
