package dev.opensync.eval.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports are compared with files that were read line by line when they were made. */
class EvalFormatsTest {

    private static final Conversation[] ALL = {
        TrickySessions.winding(), TrickySessions.expected(), TrickySessions.toolsOnly(), TrickySessions.silent()
    };

    @ParameterizedTest
    @CsvSource({
        "DEEPEVAL, PER_TURN, deepeval-per-turn.json",
        "DEEPEVAL, FULL, deepeval-full.json",
        "DEEPEVAL, FINAL_ONLY, deepeval-final-only.json",
        "OPENAI, PER_TURN, openai-per-turn.jsonl",
        "OPENAI, FULL, openai-full.jsonl",
        "OPENAI, FINAL_ONLY, openai-final-only.jsonl",
        "PROMPTFOO, PER_TURN, promptfoo-per-turn.jsonl",
        "PROMPTFOO, FULL, promptfoo-full.jsonl",
        "PROMPTFOO, FINAL_ONLY, promptfoo-final-only.jsonl",
        "FILESYSTEM, PER_TURN, filesystem.json"
    })
    void everyFormatIsWrittenAsItsFile(EvalFormat format, TurnMode mode, String file) {
        assertThat(text(format, ExportOptions.DEFAULT.with(options -> options.turnMode = mode), ALL))
                .isEqualTo(golden(file));
    }

    @Test
    void hostedLinesAreWrappedAsItems() {
        ExportOptions options = ExportOptions.DEFAULT.with(changed -> {
            changed.hosted = true;
            changed.systemMessages = true;
            changed.context = false;
        });

        assertThat(text(EvalFormat.OPENAI, options, ALL)).isEqualTo(golden("openai-hosted.jsonl"));
    }

    @Test
    void archiveHoldsAFileForEachSessionWithWhatToolsDid() {
        Map<String, String> files = unpacked(List.of(EvalFormat.ZIP));

        assertThat(files)
                .containsOnlyKeys(
                        "README.txt",
                        "manifest.json",
                        "sessions/session-ses_winding_1-6ae58e5fe9b4.txt",
                        "sessions/session-ses_expected.txt",
                        "sessions/session-ses_tools.txt")
                .containsEntry("sessions/session-ses_winding_1-6ae58e5fe9b4.txt", golden("session.txt"))
                .containsEntry("manifest.json", golden("manifest.json"));
        assertThat(files.get("sessions/session-ses_tools.txt"))
                .contains("ASSISTANT:\n[TOOL_CALL: unknown]\nshell: make\n");
        assertThat(files.get("README.txt")).contains("Sessions:   3", "Test cases: 4", "per_turn");
    }

    @Test
    void severalFormatsAreOneArchive() {
        Map<String, String> files = unpacked(List.of(EvalFormat.DEEPEVAL, EvalFormat.OPENAI, EvalFormat.PROMPTFOO));

        assertThat(files)
                .containsEntry("eval-export.json", golden("deepeval-per-turn.json"))
                .containsEntry("eval-export.jsonl", golden("openai-per-turn.jsonl"))
                .containsEntry("promptfoo.jsonl", golden("promptfoo-per-turn.jsonl"))
                .hasSize(4);
    }

    @Test
    void longTextsArriveWhole() {
        String question = "長い質問 \"x\" 😀\n".repeat(10_000);
        String answer = "```\n" + "y".repeat(100_000) + "\n```";
        Conversation huge = TrickySessions.huge(question, answer);

        JsonArray deepEval = array(text(EvalFormat.DEEPEVAL, ExportOptions.DEFAULT, huge));
        JsonObject files = object(text(EvalFormat.FILESYSTEM, ExportOptions.DEFAULT, huge));

        assertThat(deepEval.getJsonObject(0).getString("input")).isEqualTo(question);
        assertThat(deepEval.getJsonObject(0).getString("actual_output")).isEqualTo(answer);
        assertThat(files.getJsonObject("files").getString("session-ses_huge.txt"))
                .contains(question, answer);
    }

    @Test
    void nothingToExportIsAnEmptyFile() {
        assertThat(text(EvalFormat.DEEPEVAL, ExportOptions.DEFAULT, TrickySessions.silent()))
                .isEqualTo("[]");
        assertThat(text(EvalFormat.OPENAI, ExportOptions.DEFAULT, TrickySessions.silent()))
                .isEmpty();
        assertThat(text(EvalFormat.PROMPTFOO, ExportOptions.DEFAULT, TrickySessions.silent()))
                .isEmpty();
    }

    @Test
    void onlyMessagesWithCodeCountOnRequest() {
        ExportOptions options = ExportOptions.DEFAULT.with(changed -> changed.codeOnly = true);
        EvalDownload download = download(List.of(EvalFormat.DEEPEVAL), options, ALL);

        assertThat(download.testCases()).isZero();
        assertThat(download(List.of(EvalFormat.FILESYSTEM), options, ALL).sessions())
                .isEqualTo(1);
    }

    @Test
    void shortMessagesAreLeftOutOnRequest() {
        assertThat(download(
                                List.of(EvalFormat.DEEPEVAL),
                                ExportOptions.DEFAULT.with(options -> options.minChars = 4),
                                ALL)
                        .testCases())
                .isEqualTo(2);
    }

    @Test
    void fileNamesTellFormatAndDay() {
        assertThat(download(List.of(EvalFormat.PROMPTFOO), ExportOptions.DEFAULT, ALL)
                        .fileName())
                .isEqualTo("opensync-promptfoo-2026-02-03.jsonl");
        assertThat(download(List.of(EvalFormat.ZIP), ExportOptions.DEFAULT, ALL).fileName())
                .isEqualTo("opensync-evals-2026-02-03.zip");
    }

    @Test
    void sameContentGivesTheSameArchive() {
        assertThat(bytes(List.of(EvalFormat.ZIP), ExportOptions.DEFAULT, ALL))
                .isEqualTo(bytes(List.of(EvalFormat.ZIP), ExportOptions.DEFAULT, ALL));
    }

    private static Map<String, String> unpacked(List<EvalFormat> formats) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(bytes(formats, ExportOptions.DEFAULT, ALL)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(EvalFormat format, ExportOptions options, Conversation... conversations) {
        return new String(bytes(List.of(format), options, conversations), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(List<EvalFormat> formats, ExportOptions options, Conversation... conversations) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            download(formats, options, conversations).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static EvalDownload download(
            List<EvalFormat> formats, ExportOptions options, Conversation... conversations) {
        return new EvalDownload(TrickySessions.source(options, conversations), formats, "opensync");
    }

    private static JsonArray array(String json) {
        return Json.createReader(new StringReader(json)).readArray();
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static String golden(String name) {
        try (InputStream file = Objects.requireNonNull(EvalFormatsTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
