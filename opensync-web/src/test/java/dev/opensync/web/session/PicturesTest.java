package dev.opensync.web.session;

import static dev.opensync.web.session.SampleMessages.message;
import static dev.opensync.web.session.SampleMessages.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.session.TranscriptMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final String FIRST = "A".repeat(120);
    private static final String SECOND = "B".repeat(120);

    private final TranscriptMessage message = message(
            3,
            MessageRole.TOOL,
            null,
            part("image", "{\"mimeType\":\"image/png\",\"data\":\"" + FIRST + "\"}"),
            part(
                    "tool-result",
                    "{\"content\":[{\"type\":\"image\",\"mimeType\":\"image/webp\",\"data\":\"" + SECOND + "\"}]}"));

    @Test
    void pageHoldsAddressesAndNoData() {
        List<Block> blocks = Transcript.of(List.of(message)).all().get(0).blocks();

        assertThat(blocks.toString())
                .contains("picture?id=s-3&at=0", "picture?id=s-3&at=1")
                .doesNotContain(FIRST, SECOND);
    }

    @Test
    void addressLeadsToThePicture() {
        assertThat(Pictures.find(message, 0)).contains("data:image/png;base64," + FIRST);
        assertThat(Pictures.find(message, 1)).contains("data:image/webp;base64," + SECOND);
        assertThat(Pictures.find(message, 2)).isEmpty();
        assertThat(Pictures.find(message, -1)).isEmpty();
    }
}
