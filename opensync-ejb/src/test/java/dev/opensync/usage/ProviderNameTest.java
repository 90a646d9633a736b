package dev.opensync.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "anthropic-oauth, -, anthropic",
                "antigravity-oauth, -, google",
                "OpenAI, -, openai",
                "acme-oauth, -, acme",
                "amazon bedrock, claude-opus-4-5, amazon bedrock",
                "-, claude-sonnet-4-5, anthropic",
                "-, gpt-5-codex, openai",
                "-, gemini-3-pro, google",
                "-, mixtral-8x7b, mistral",
                "-, llama-4, meta",
                "-, deepseek-v3, deepseek",
                "-, house-model, unknown",
                "-, -, unknown"
            })
    void providerFollowsFromWhatTheClientSaidOrFromTheModel(String provider, String model, String inferred) {
        assertThat(ProviderName.infer(provider, model)).isEqualTo(inferred);
    }
}
