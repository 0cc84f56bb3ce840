package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.access.Principal;
import dev.wanvideo.mcp.authoring.AuthoringPrompt;
import dev.wanvideo.mcp.authoring.Guide;
import dev.wanvideo.mcp.authoring.PromptShelf;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import dev.wanvideo.video.Category;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people pick in their client so that a model directs a film. */
final class PromptsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> STORY =
            Map.of("idea", "my dog dances", "story", "a dog dances", "cast", "rex = rex.jpg");

    private static final List<String> PROMPTS = List.of("direct_video", "storyboard", "dialogue", "fix_refusal");

    private final FakeTasks tasks = new FakeTasks();
    private final PromptResults prompts = new PromptResults(new PromptShelf(principal -> tasks));

    @TempDir
    private Path folder;

    private Bench bench = Bench.in(Path.of("."), tasks);

    @BeforeEach
    void open() {
        bench = Bench.in(folder, tasks);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsThePromptsInTheOrderInWhichPeopleShouldSeeThem(boolean modern) throws Exception {
        JsonNode listed = handle(modern, "prompts/list", Map.of());
        assertThat(listed.path("prompts").findValuesAsString("name").stream().filter(PROMPTS::contains))
                .containsExactlyElementsOf(PROMPTS);
        assertThat(listed.has("ttlMs")).isEqualTo(modern);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysTheSameInBothEras(boolean modern) throws Exception {
        Map<String, Object> given = Map.of("idea", "my dog dances", "cast", "rex = rex.jpg");
        assertThat(handle(modern, "prompts/get", Map.of("name", "direct_video", "arguments", given)))
                .isEqualTo(tree(prompts.get(asked("direct_video", given))));
    }

    @Test
    void handsTheIdeaTheCastAndTheGuideToTheModel() throws Exception {
        String text =
                text("direct_video", Map.of("idea", "100% fun: %s", "cast", "rex = rex.jpg", "language", "English"));
        assertThat(text)
                .contains("Idea: 100% fun: %s", "rex = rex.jpg", "duration: 5", "audio in English", "dry_run: true")
                .contains(Guide.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "10 | 3 | Shot 1 [0-3s] <camera>: <who does what>. Shot 2 [3-6s] <camera>: <who does what>. Shot 3 [6-10s]",
                "- | - | Shot 1 [0-3s] <camera>: <who does what>. Shot 2 [3-6s] <camera>: <who does what>. Shot 3 [6-10s]",
                "5 | 2 | Shot 1 [0-2s] <camera>: <who does what>. Shot 2 [2-5s]",
                "4s | 7 | (7 shots do not fit into 4 seconds)",
                "15 | - | Shot 5 [12-15s]",
            })
    void sharesTheSecondsOutAmongTheShots(String duration, String shots, String expected) throws Exception {
        Map<String, Object> given = new HashMap<>(Map.of("story", "a dog", "cast", "rex = rex.jpg"));
        given.put("duration", duration == null ? " " : duration);
        given.put("shots", shots == null ? "" : shots);
        assertThat(text("storyboard", given)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna: Hello there, how are you today my friend? | 5",
                "安娜：你好，今天天气真好，我们一起去公园散步吧，然后去吃一顿好吃的晚饭，再看一场电影 | 8",
            })
    void givesLinesTheTimeTheyTake(String lines, int seconds) throws Exception {
        assertThat(text("dialogue", Map.of("lines", lines, "cast", "anna = a.jpg", "language", "English")))
                .contains("duration: " + seconds + "\n");
    }

    @Test
    void saysWhenLinesAreTooLongForTheFilm() throws Exception {
        String text = text(
                "dialogue",
                Map.of("lines", "A: " + "word ".repeat(50), "cast", "a", "language", "English", "duration", "5"));
        assertThat(text).contains("take about 20 seconds when spoken, the film has 5");
    }

    @Test
    void tellsWhatToChangeAboutATaskThatWasRefused() throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.fails("task-1", Category.CONTENT_REFUSED, "a famous face");
        String text = text("fix_refusal", Map.of("task_id", "task-1"));
        assertThat(text)
                .contains("Task task-1", "It said: a famous face", "real or famous faces", "new request_id")
                .doesNotContain("fix_media: true\n- A reference");
        assertThat(prompts.values(Principal.LOCAL, "fix_refusal", "task_id", "TASK"))
                .containsExactly("task-1");
        assertThat(prompts.values(Principal.LOCAL, "fix_refusal", "task_id", "x"))
                .isEmpty();
    }

    @Test
    void tellsWhatHelpsAgainstAMessage() throws Exception {
        assertThat(text("fix_refusal", Map.of("message", "DataInspectionFailed")))
                .contains("It said: DataInspectionFailed", "real or famous faces", "fix_media: true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "direct_video | {\"idea\":\"x\"} | missing: cast",
                "direct_video | {\"idea\":\"x\",\"cast\":\" \"} | missing: cast",
                "direct_video | {\"idea\":\"x\",\"cast\":\"y\",\"duration\":\"16\"} | duration must be 2-15",
                "direct_video | {\"idea\":\"x\",\"cast\":\"y\",\"colour\":\"red\"} | asks for idea, cast",
                "storyboard | {\"story\":\"x\",\"cast\":\"y\",\"shots\":\"many\"} | shots must be 1-7",
                "fix_refusal | {} | give task_id",
                "fix_refusal | {\"task_id\":\"nobody\"} | list_tasks",
                "fix_refusal | {\"task_id\":\"task-1\"} | must be of a task that failed; this one is queued",
                "nothing | {} | There is no prompt nothing",
            })
    void saysWhatIsMissing(String name, String arguments, String words) throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        ProtocolError error = catchThrowableOfType(
                ProtocolError.class, () -> prompts.get(asked(name, JSON.readValue(arguments, Map.class))));
        assertThat(error).hasMessageContaining(words);
        assertThat(error.code()).isEqualTo(-32602);
    }

    @Test
    void completesWhatItCanKnow() throws Exception {
        assertThat(prompts.values(Principal.LOCAL, "direct_video", "aspect_ratio", ""))
                .contains("16:9", "9:16");
        assertThat(prompts.values(Principal.LOCAL, "storyboard", "language", "en"))
                .containsExactly("English");
        assertThat(prompts.values(Principal.LOCAL, "storyboard", "shots", "")).hasSize(7);
        assertThat(prompts.values(Principal.LOCAL, "dialogue", "lines", "")).isEmpty();
        assertThat(catchThrowableOfType(
                        ProtocolError.class, () -> prompts.values(Principal.LOCAL, "dialogue", "colour", "")))
                .hasMessageContaining("no argument colour");
    }

    @Test
    void leavesNoPlaceholderInTheGuide() {
        assertThat(Guide.text())
                .doesNotContainPattern("\\{[a-z_]+\\}")
                .contains("1-5000 characters", "2-15 whole seconds");
        assertThat(Guide.text().length()).isLessThan(6_000);
    }

    @Test
    void fillsEveryPromptWithWhatWasGiven() throws Exception {
        for (AuthoringPrompt prompt : prompts.all().subList(0, 2)) {
            Map<String, String> given = new HashMap<>(STORY);
            given.keySet()
                    .retainAll(prompt.arguments().stream()
                            .map(AuthoringPrompt.Argument::name)
                            .toList());
            assertThat(text(prompt.name(), given)).contains("rex = rex.jpg").doesNotContain("null");
        }
    }

    private String text(String name, Map<?, ?> given) throws ProtocolError {
        return tree(prompts.get(asked(name, given)))
                .at("/messages/0/content/text")
                .asString();
    }

    private static StatelessRequest asked(String name, Map<?, ?> given) {
        return new StatelessRequest(1, "prompts/get", Map.of("name", name, "arguments", given), (told, words) -> {});
    }

    private JsonNode handle(boolean modern, String method, Map<String, Object> params) throws Exception {
        Map<String, Object> given = new HashMap<>(params);
        if (modern) {
            given.put("_meta", Map.of("io.modelcontextprotocol/clientCapabilities", Map.of()));
        }
        return tree(new McpFace(bench.studio)
                .stateless(Clock.systemUTC())
                .handle(new StatelessRequest(1, method, given, (told, words) -> {})));
    }

    private static JsonNode tree(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
