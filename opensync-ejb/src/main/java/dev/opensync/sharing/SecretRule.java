package dev.opensync.sharing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which secrets look; what is secret is the group of that name, else the whole match.
 *
 * @param words lower case; a text without any of them holds no such secret, which is much faster to see
 */
record SecretRule(SecretKind kind, String issuer, List<String> words, Pattern pattern, boolean isGrouped) {

    private static final String GROUP = "secret";

    static SecretRule of(SecretKind kind, String issuer, String words, String pattern) {
        return new SecretRule(
                kind,
                issuer,
                List.of(words.toLowerCase(Locale.ROOT).split(" ", -1)),
                Pattern.compile(pattern),
                pattern.contains("(?<" + GROUP + ">"));
    }

    /** {@code lowerCase}: the same text. */
    void find(String text, String lowerCase, List<FoundSecret> found) {
        if (words.stream().noneMatch(lowerCase::contains)) {
            return;
        }
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new FoundSecret(
                    kind,
                    issuer,
                    isGrouped ? matcher.start(GROUP) : matcher.start(),
                    isGrouped ? matcher.end(GROUP) : matcher.end()));
        }
    }
}
