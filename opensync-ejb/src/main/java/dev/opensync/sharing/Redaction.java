package dev.opensync.sharing;

import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what others see the project's path, the names of people in paths and, unless the owner insists, secrets.
 *
 * <p>Not for more than one message at a time.
 */
public final class Redaction {

    private static final String HIDDEN = "[redacted]";
    private static final String PROJECT = "[project]";
    /** What is shorter stands in too many texts by chance. */
    private static final int MIN_PATH = 4;

    private static final int MIN_SECRET = 6;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    /** One word of the name of a person's folder. */
    private static final String WORD = "(?:[^/\\s\"'\\\\:;,)<>`]|'(?=\\p{L}))+";

    /** Further words begin with a capital, and a folder follows: otherwise they belong to the sentence. */
    private static final String NAME = WORD + "(?:(?: \\p{Lu}" + WORD + "){1,2}(?=[/\\\\]))?";

    private static final Pattern HOME = Pattern.compile("(/(?:Users|home)/)" + NAME);
    private static final Pattern WINDOWS_HOME =
            Pattern.compile("((?:[A-Za-z]:[\\\\/]{1,4}|\\\\{1,4})(?i:Users|home)[\\\\/]{1,4})" + NAME);

    /** As Claude Code names the folder of a project. */
    private static final Pattern HOME_IN_NAME = Pattern.compile("(?<![\\w-])(-(?:Users|home)-)\\w+(?=-)");

    /** Members of an object that say what {@code data} is. */
    private static final Set<String> DATA_TYPE = Set.of("media_type", "mediaType", "mimeType", "mime_type", "mime");

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final List<Pattern> paths;
    private final boolean withNames;
    private final boolean withSecrets;
    private final Consumer<SecretExcerpt> found;

    private Redaction(List<Pattern> paths, boolean withNames, boolean withSecrets, Consumer<SecretExcerpt> found) {
        this.paths = List.copyOf(paths);
        this.withNames = withNames;
        this.withSecrets = withSecrets;
        this.found = found;
    }

    /** {@code found} hears of each secret, also where they stay. */
    static Redaction of(@Nullable String projectPath, boolean withSecrets, Consumer<SecretExcerpt> found) {
        return new Redaction(spellings(projectPath), false, withSecrets, found);
    }

    /** Only secrets go and, if {@code anonymous}, names of people in paths; {@code found} hears of each secret. */
    public static Redaction ofSecrets(boolean anonymous, Consumer<SecretExcerpt> found) {
        return new Redaction(List.of(), !anonymous, false, found);
    }

    /** A path, how it looks inside JSON and to tools from Unix, and as the name of a folder of Claude Code. */
    private static List<Pattern> spellings(@Nullable String path) {
        List<String> spellings = new ArrayList<>();
        String bare = path == null ? "" : path.replaceAll("[/\\\\]+$", "");
        if (bare.length() >= MIN_PATH && (bare.indexOf('/') >= 0 || bare.indexOf('\\') >= 0)) {
            String forward = bare.replace('\\', '/');
            spellings.add(bare);
            spellings.add(bare.replace("\\", "\\\\"));
            spellings.add(forward);
            if (DRIVE.matcher(forward).lookingAt()) {
                spellings.add("/" + forward.charAt(0) + forward.substring(2));
            }
            spellings.add(bare.replaceAll("[/\\\\:.]", "-"));
        }
        int caseOfLetters = DRIVE.matcher(bare).lookingAt() ? Pattern.CASE_INSENSITIVE : 0;
        return spellings.stream()
                .distinct()
                .map(spelling -> Pattern.compile(Pattern.quote(spelling), caseOfLetters))
                .toList();
    }

    /** Under the name {@code id}, without the names its tool has for it and what else the tool sent. */
    public TranscriptMessage of(TranscriptMessage message, String id) {
        String text = message.text();
        return new TranscriptMessage(
                id,
                message.sequence(),
                "",
                message.role(),
                text == null ? null : of(text),
                message.model(),
                message.promptTokens(),
                message.completionTokens(),
                message.durationMs(),
                null,
                message.createdAt(),
                message.parts().stream().map(this::of).toList());
    }

    private TranscriptPart of(TranscriptPart part) {
        String extra = part.extra();
        return new TranscriptPart(of(part.type()), ofJson(part.content()), extra == null ? null : ofJson(extra));
    }

    public String of(String text) {
        String redacted = withoutSecrets(text);
        for (Pattern path : paths) {
            redacted = path.matcher(redacted).replaceAll(PROJECT);
        }
        return withNames ? redacted : withoutNames(redacted);
    }

    private static String withoutNames(String text) {
        String redacted = text;
        if (redacted.contains("/Users/") || redacted.contains("/home/")) {
            redacted = HOME.matcher(redacted).replaceAll("$1user");
        }
        if (redacted.indexOf('\\') >= 0 || redacted.contains(":/")) {
            redacted = WINDOWS_HOME.matcher(redacted).replaceAll("$1user");
        }
        return redacted.contains("-Users-") || redacted.contains("-home-")
                ? HOME_IN_NAME.matcher(redacted).replaceAll("$1user")
                : redacted;
    }

    private String withoutSecrets(String text) {
        List<FoundSecret> secrets = Secrets.find(text);
        secrets.forEach(secret -> found.accept(SecretExcerpt.of(secret, text)));
        if (secrets.isEmpty() || withSecrets) {
            return text;
        }
        StringBuilder redacted = new StringBuilder();
        int end = 0;
        for (FoundSecret secret : secrets) {
            redacted.append(text, end, secret.start()).append(HIDDEN);
            end = secret.end();
        }
        return redacted.append(text, end, text.length()).toString();
    }

    /** As text where it is beyond what JSON-P can hold. */
    private String ofJson(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return of(reader.readValue()).toString();
        } catch (RuntimeException e) {
            // Parsson has no exception of its own for what is nested too deeply.
            return of(json);
        }
    }

    private JsonValue of(JsonValue value) {
        if (value instanceof JsonString string) {
            return JSON.createValue(of(string.getString()));
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder copy = JSON.createArrayBuilder();
            array.forEach(item -> copy.add(of(item)));
            return copy.build();
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder copy = JSON.createObjectBuilder();
            object.forEach((name, member) -> copy.add(of(name), member(object, name, member)));
            return copy.build();
        }
        return value;
    }

    private static boolean isPicture(@Nullable JsonValue type) {
        return type instanceof JsonString string && string.getString().startsWith("image/");
    }

    private JsonValue member(JsonObject object, String name, JsonValue member) {
        if (!(member instanceof JsonString string)) {
            return of(member);
        }
        if (name.equals("data") && DATA_TYPE.stream().anyMatch(type -> isPicture(object.get(type)))) {
            return member;
        }
        if (string.getString().length() < MIN_SECRET || !Secrets.isNameOfSecret(name)) {
            return of(member);
        }
        String text = string.getString();
        found.accept(SecretExcerpt.of(new FoundSecret(SecretKind.SETTING, "", 0, text.length()), text));
        return withSecrets ? member : JSON.createValue(HIDDEN);
    }
}
