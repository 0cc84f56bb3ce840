package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SelectionTest {
    @Test
    void aKeyAloneChoosesItsHostAndAModelThere() {
        assertThat(choice(Map.of("ANTHROPIC_API_KEY", "a-key")))
                .isEqualTo(new ModelChoice(
                        Host.ANTHROPIC, "claude-sonnet-4-6", "https://api.anthropic.com/v1", Optional.of("a-key")));
        assertThat(choice(Map.of("OPENAI_API_KEY", "o-key")))
                .isEqualTo(
                        new ModelChoice(Host.OPENAI, "gpt-5-mini", "https://api.openai.com/v1", Optional.of("o-key")));
    }

    @Test
    void ofTwoKeysAnthropicsIsTakenUnlessTheModelIsNoneOfTheirs() {
        Map<String, String> both = Map.of("ANTHROPIC_API_KEY", "a-key", "OPENAI_API_KEY", "o-key");
        assertThat(choice(both).host()).isEqualTo(Host.ANTHROPIC);
        assertThat(choice(with(both, "WAN_VIDEO_CHAT_MODEL", "gpt-5")).host()).isEqualTo(Host.OPENAI);
        assertThat(choice(with(both, "WAN_VIDEO_CHAT_MODEL", "claude-opus-4-8")).host())
                .isEqualTo(Host.ANTHROPIC);
        assertThat(choice(with(both, "WAN_VIDEO_CHAT_PROVIDER", "OpenAI")).host())
                .isEqualTo(Host.OPENAI);
    }

    @Test
    void aServerOfOnesOwnNeedsNoKeyAndAModel() {
        assertThat(choice(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1/", "WAN_VIDEO_CHAT_MODEL", "qwen3")))
                .isEqualTo(new ModelChoice(Host.OPENAI, "qwen3", "http://127.0.0.1:11434/v1", Optional.empty()));
        assertThat(lines(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1")))
                .contains("WAN_VIDEO_CHAT_MODEL");
    }

    @Test
    void theKeyOfAHostIsNotSentToTheChatsOwnBaseUrl() {
        Map<String, String> elsewhere = Map.of(
                "OPENAI_API_KEY", "o-key",
                "WAN_VIDEO_CHAT_BASE_URL", "http://10.0.0.9/v1",
                "WAN_VIDEO_CHAT_MODEL", "m");
        assertThat(choice(elsewhere).key()).isEmpty();
        assertThat(choice(with(elsewhere, "WAN_VIDEO_CHAT_API_KEY", "c-key")).key())
                .contains("c-key");
    }

    @Test
    void aGatewayOfAnthropicsWordsGetsItsKeyAndTheVersionInThePath() {
        ModelChoice choice = choice(Map.of(
                "ANTHROPIC_API_KEY", "a-key",
                "ANTHROPIC_BASE_URL", "https://gateway.example/anthropic",
                "WAN_VIDEO_CHAT_MODEL", "claude-x"));
        assertThat(choice.address()).isEqualTo("https://gateway.example/anthropic/v1");
        assertThat(choice.key()).contains("a-key");
    }

    @Test
    void withoutAnythingItSaysHowToSetAModelAndOffersTry() {
        assertThat(lines(Map.of()))
                .contains("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "WAN_VIDEO_CHAT_BASE_URL", "wan-video-mcp try");
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertThat(lines(Map.of("WAN_VIDEO_CHAT_PROVIDER", "acme", "OPENAI_API_KEY", "o-key")))
                .contains("WAN_VIDEO_CHAT_PROVIDER must be anthropic or openai");
        assertThat(lines(Map.of("WAN_VIDEO_CHAT_BASE_URL", "localhost", "WAN_VIDEO_CHAT_MODEL", "m")))
                .contains("WAN_VIDEO_CHAT_BASE_URL must be an address");
        assertThat(lines(Map.of("WAN_VIDEO_CHAT_PROVIDER", "anthropic"))).contains("ANTHROPIC_API_KEY is not set");
    }

    @Test
    void noKeyIsInItsWords() {
        assertThat(choice(Map.of("OPENAI_API_KEY", "o-key")).toString()).doesNotContain("o-key");
    }

    private static ModelChoice choice(Map<String, String> settings) {
        return (ModelChoice) Selection.of(name -> Optional.ofNullable(settings.get(name)));
    }

    private static String lines(Map<String, String> settings) {
        Selection none = Selection.of(name -> Optional.ofNullable(settings.get(name)));
        return String.join("\n", ((Selection.None) none).lines());
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }
}
