package dev.opensync.usage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The company behind a model, for sums and labels. Rules as in the original OpenSync (dashboard, provider inference): clients
 * name providers like {@code antigravity-oauth}, or not at all.
 */
public final class ProviderName {

    public static final String UNKNOWN = "unknown";

    private static final Map<String, String> BY_PROVIDER =
            Map.of("anthropic", "anthropic", "antigravity", "google", "openai", "openai");

    /** In this order: "codex" would also match names of others. */
    private static final List<Map.Entry<String, List<String>>> BY_MODEL = List.of(
            Map.entry("anthropic", List.of("claude", "anthropic")),
            Map.entry("openai", List.of("gpt", "o1", "o3", "davinci", "curie", "text-embedding", "codex")),
            Map.entry("google", List.of("gemini", "palm", "bard")),
            Map.entry("mistral", List.of("mistral", "mixtral")),
            Map.entry("cohere", List.of("command", "cohere")),
            Map.entry("meta", List.of("llama", "meta")),
            Map.entry("deepseek", List.of("deepseek")),
            Map.entry("groq", List.of("groq")));

    private static final String OAUTH_SUFFIX = "-oauth";

    private ProviderName() {}

    /** From what the client said, else from the model's name; {@link #UNKNOWN} if neither tells. */
    public static String infer(@Nullable String provider, @Nullable String model) {
        if (provider != null && !provider.isBlank()) {
            return ofProvider(provider.strip().toLowerCase(Locale.ROOT));
        }
        return model == null ? UNKNOWN : ofModel(model.toLowerCase(Locale.ROOT));
    }

    private static String ofProvider(String provider) {
        for (Map.Entry<String, String> known : BY_PROVIDER.entrySet()) {
            if (provider.contains(known.getKey())) {
                return known.getValue();
            }
        }
        return provider.endsWith(OAUTH_SUFFIX)
                ? provider.substring(0, provider.length() - OAUTH_SUFFIX.length())
                : provider;
    }

    private static String ofModel(String model) {
        return BY_MODEL.stream()
                .filter(known -> known.getValue().stream().anyMatch(model::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
