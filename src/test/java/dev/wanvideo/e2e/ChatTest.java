package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.chat.FilmScript;
import dev.wanvideo.chat.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar's {@code chat} over a pipe, with a scripted model on loopback. */
final class ChatTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String KEY = "key-of-nobody-else";

    @TempDir
    Path home;

    @Test
    void aSentenceBecomesAFilmThroughOpenAisWords() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(new FilmScript())) {
            Ran ran = chat(
                    Map.of(
                            "OPENAI_BASE_URL",
                            model.address() + "/v1",
                            "OPENAI_API_KEY",
                            KEY,
                            "WAN_VIDEO_CHAT_MODEL",
                            "scripted"),
                    "Anna ('" + picture() + "') waves.\nexit\n");
            assertFilm(ran);
            assertThat(model.headers().get(0).get("Authorization")).containsExactly("Bearer " + KEY);
            assertThat(model.asked()
                            .get(0)
                            .path("messages")
                            .path(0)
                            .path("content")
                            .asString())
                    .contains("request_id", "WAN 2.7");
        }
    }

    @Test
    void aSentenceBecomesAFilmThroughAnthropicsWords() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(new FilmScript())) {
            Ran ran = chat(
                    Map.of(
                            "ANTHROPIC_BASE_URL",
                            model.address(),
                            "ANTHROPIC_API_KEY",
                            KEY,
                            "WAN_VIDEO_CHAT_MODEL",
                            "scripted"),
                    "Anna (" + picture().toString().replace(" ", "\\ ") + ") waves.\n");
            assertFilm(ran);
            assertThat(model.headers().get(0).get("X-api-key")).containsExactly(KEY);
        }
    }

    @Test
    void aModelThatRefusesIsOneSentenceAndTheTalkGoesOn() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(asked -> asked.number() == 0
                ? ScriptedModel.Said.refusal(401, "Incorrect API key provided: " + KEY)
                : ScriptedModel.Said.words("Hello again."))) {
            Ran ran = chat(
                    Map.of(
                            "OPENAI_BASE_URL",
                            model.address() + "/v1",
                            "OPENAI_API_KEY",
                            KEY,
                            "WAN_VIDEO_CHAT_MODEL",
                            "scripted"),
                    "hello\nhello?\n");
            assertThat(ran.exit()).as(ran.toString()).isZero();
            assertThat(ran.out()).contains("does not accept the key", "Hello again.");
            assertNoLeak(ran);
        }
    }

    @Test
    void aModelThatIsNotThereEndsAPipeWithOne() {
        Ran ran =
                chat(Map.of("OPENAI_BASE_URL", "http://127.0.0.1:9/v1", "WAN_VIDEO_CHAT_MODEL", "scripted"), "hello\n");
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("127.0.0.1:9 cannot be reached");
        assertNoLeak(ran);
    }

    @Test
    void withoutAModelItSaysHowToSetOne() {
        Ran ran = chat(Map.of(), "hello\n");
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err())
                .contains("ANTHROPIC_API_KEY", "OPENAI_API_KEY", "WAN_VIDEO_CHAT_BASE_URL", "wan-video-mcp try");
    }

    private void assertFilm(Ran ran) throws IOException {
        assertThat(ran.exit()).as(ran.toString()).isZero();
        Path film = ran.out()
                .lines()
                .filter(line -> line.startsWith("Film: "))
                .map(line -> Path.of(line.substring("Film: ".length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ran.toString()));
        assertThat(film).isNotEmptyFile();
        assertThat(ran.out())
                .contains("lies outside the allowed folders", "* create_reference_video", "100% succeeded")
                .contains("Your film: " + film);
        assertNoLeak(ran);
    }

    private static void assertNoLeak(Ran ran) {
        assertThat(ran.out() + ran.err()).doesNotContain(KEY, "Exception", "\tat ", "\033");
    }

    private Path picture() throws IOException {
        Path folder = Files.createDirectories(home.resolve("My Cast"));
        Path picture = folder.resolve("anna.png");
        if (!Files.exists(picture)) {
            Files.copy(Product.examples().resolve("anna.png"), picture);
        }
        return picture;
    }

    private Ran chat(Map<String, String> settings, String input) {
        List<String> command = new ArrayList<>(Product.command());
        command.add("chat");
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        return Ran.of(command, home, environment, LIMIT, input);
    }
}
