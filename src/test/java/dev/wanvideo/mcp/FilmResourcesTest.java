package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.task.Arrival;
import dev.wanvideo.task.RemoteLink;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What there is to see of films, as resources of both eras. */
final class FilmResourcesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASK = "wan-video://tasks/task-1";
    private static final String MODERN = "'_meta':{'io.modelcontextprotocol/clientCapabilities':{}}";
    private static final String LEGACY = "'_meta':{'progressToken':1}";

    private final FakeTasks tasks = new FakeTasks();

    @TempDir
    private Path folder;

    private Bench bench = Bench.in(Path.of("."), tasks);
    private StatelessHandler face = request -> Map.of();

    @BeforeEach
    void open() {
        bench = Bench.in(folder, tasks);
        face = new McpFace(bench.studio).stateless(Clock.systemUTC());
    }

    private void finished() throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.succeeds(
                "task-1",
                Files.write(folder.resolve("a.mp4"), new byte[] {1, 2, 3}),
                Optional.of(Files.write(folder.resolve("a.jpg"), new byte[] {4})),
                Optional.of(Files.write(folder.resolve("a.poster.jpg"), new byte[] {5, 6})));
    }

    @ParameterizedTest
    @CsvSource({"film, video/mp4, AQID", "sheet, image/jpeg, BA==", "poster, image/jpeg, BQY="})
    void showsFilmSheetAndPosterInBothEras(String part, String type, String blob) throws Exception {
        finished();
        for (String era : List.of(MODERN, LEGACY)) {
            JsonNode content = handle(era, "resources/read", "'uri':'" + TASK + "/" + part + "'")
                    .at("/contents/0");
            assertThat(content.path("uri").asString()).isEqualTo(TASK + "/" + part);
            assertThat(content.path("mimeType").asString()).isEqualTo(type);
            assertThat(content.path("blob").asString()).isEqualTo(blob);
        }
    }

    @Test
    void listsThemBehindTheirTaskWithTheirLengths() throws Exception {
        finished();
        JsonNode listed = handle(MODERN, "resources/list", "").path("resources");
        assertThat(listed.findValuesAsString("uri"))
                .startsWith(TASK, TASK + "/film", TASK + "/sheet", TASK + "/poster", "wan-video://guide");
        assertThat(listed.at("/1/size").asInt()).isEqualTo(3);
        assertThat(listed.at("/1/title").asString()).contains("dances");
        Files.delete(folder.resolve("a.mp4"));
        assertThat(handle(MODERN, "resources/list", "").path("resources").findValuesAsString("uri"))
                .doesNotContain(TASK + "/film");
    }

    @Test
    void listsNoMoreThanTheNewest() {
        for (int i = 0; i < 30; i++) {
            bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film("'seed':" + i));
        }
        List<String> uris = uris();
        assertThat(uris.stream().filter(uri -> uri.startsWith("wan-video://tasks/")))
                .hasSize(25)
                .first()
                .isEqualTo("wan-video://tasks/task-30");
    }

    private List<String> uris() {
        try {
            return handle(LEGACY, "resources/list", "").path("resources").findValuesAsString("uri");
        } catch (ProtocolError | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void offersATemplateForEach() throws Exception {
        JsonNode templates = handle(LEGACY, "resources/templates/list", "");
        assertThat(templates.path("resourceTemplates").findValuesAsString("uriTemplate"))
                .containsExactly(
                        "wan-video://tasks/{task_id}",
                        "wan-video://tasks/{task_id}/film",
                        "wan-video://tasks/{task_id}/sheet",
                        "wan-video://tasks/{task_id}/poster",
                        "wan-video://tasks/{task_id}/film/{piece}",
                        "wan-video://providers/{provider}");
        assertThat(templates.has("ttlMs")).as("a word of the later era").isFalse();
        assertThat(handle(MODERN, "resources/templates/list", "").path("ttlMs").asInt())
                .isPositive();
    }

    @Test
    void saysOfAFilmThatIsTooLongWhereItLies() throws Exception {
        finished();
        try (RandomAccessFile film =
                new RandomAccessFile(folder.resolve("a.mp4").toFile(), "rw")) {
            film.setLength(32_000_001);
        }
        ProtocolError error = refusal(MODERN, "resources/read", "'uri':'" + TASK + "/film'");
        assertThat(error.code()).isEqualTo(-32602);
        assertThat(error)
                .hasMessageContaining("32000001 bytes, at most 32000000")
                .hasMessageContaining("a.mp4");
        assertThat(JSON.valueToTree(error.error()).at("/data/uri").asString()).isEqualTo(TASK + "/film");
        assertThat(JSON.valueToTree(error.error()).at("/data/path").asString())
                .isEqualTo(folder.resolve("a.mp4").toString());
    }

    @Test
    void readsTheLongestFilmThatFits() throws Exception {
        finished();
        byte[] long32 = new byte[32_000_000];
        Files.write(folder.resolve("a.mp4"), long32);
        JsonNode content =
                handle(LEGACY, "resources/read", "'uri':'" + TASK + "/film'").at("/contents/0");
        assertThat(Base64.getDecoder().decode(content.path("blob").asString())).hasSize(long32.length);
    }

    @Test
    void saysWhatIsMissingInTheCodeOfEachEra() throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        String film = "'uri':'" + TASK + "/film'";
        assertThat(refusal(MODERN, "resources/read", film))
                .hasMessage("The task has no film yet: it is queued")
                .extracting(ProtocolError::code)
                .isEqualTo(-32602);
        assertThat(refusal(LEGACY, "resources/read", film).code()).isEqualTo(-32002);
        tasks.succeeds("task-1", folder.resolve("gone.mp4"), Optional.empty());
        assertThat(refusal(LEGACY, "resources/read", film)).hasMessageContaining("cannot be read any more");
        assertThat(refusal(LEGACY, "resources/read", "'uri':'" + TASK + "/sheet'"))
                .hasMessage("There is no sheet of this film");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/films", "/film/", "/film/x", "/../task-1", "//film"})
    void refusesOtherPaths(String rest) throws Exception {
        finished();
        assertThat(refusal(MODERN, "resources/read", "'uri':'" + TASK + rest + "'"))
                .hasMessage("Resource not found");
    }

    @Test
    void completesIdsNewestFirst() {
        for (int i = 0; i < 12; i++) {
            bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film("'seed':" + i));
        }
        JsonNode all = completed("wan-video://tasks/{task_id}", "");
        assertThat(values(all)).hasSize(12).startsWith("task-12", "task-11");
        assertThat(all.path("total").asInt()).isEqualTo(12);
        assertThat(all.path("hasMore").asBoolean(true)).isFalse();
        assertThat(values(completed("wan-video://tasks/{task_id}", "TASK-1")))
                .containsExactly("task-12", "task-11", "task-10", "task-1");
        assertThat(values(completed("wan-video://tasks/{task_id}", "x"))).isEmpty();
    }

    @Test
    void completesOnlyIdsOfTasksThatHaveWhatIsAskedFor() throws Exception {
        finished();
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film("'seed':5"));
        assertThat(values(completed("wan-video://tasks/{task_id}/poster", ""))).containsExactly("task-1");
    }

    @Test
    void completesProvidersAndTheArgumentsOfPrompts() throws Exception {
        JsonNode provider = handle(
                MODERN,
                "completion/complete",
                "'ref':{'type':'ref/resource','uri':'wan-video://providers/{provider}'},"
                        + "'argument':{'name':'provider','value':'PRE'}");
        assertThat(values(provider.path("completion"))).containsExactly("preview");
        JsonNode language = handle(
                LEGACY,
                "completion/complete",
                "'ref':{'type':'ref/prompt','name':'storyboard'},'argument':{'name':'language','value':'en'}");
        assertThat(values(language.path("completion"))).containsExactly("English");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'ref':{'type':'ref/resource','uri':'wan-video://providers/{provider}'},'argument':{'name':'id','value':''}",
                "'ref':'x','argument':{}",
                "'ref':{'type':'ref/prompt','name':'p'},'argument':{'name':'task_id','value':''}",
                "'ref':{'type':'ref/resource','uri':'file:///{x}'},'argument':{'name':'task_id','value':''}",
                "'ref':{'type':'ref/resource','uri':'wan-video://tasks/{task_id}'},'argument':{'name':'other','value':''}",
                "'ref':{'type':'ref/resource','uri':'wan-video://tasks/{task_id}'},'argument':{'name':'task_id','value':7}"
            })
    void refusesToCompleteWhatItDoesNotKnow(String params) {
        assertThat(refusal(LEGACY, "completion/complete", params).code()).isEqualTo(-32602);
    }

    @Test
    void linksToTheFilmForClientsThatKnowLinks() throws Exception {
        finished();
        String call = "'name':'get_task','arguments':{'task_id':'task-1','sheet':'none'}";
        JsonNode content = handle(MODERN, "tools/call", call).path("content");
        assertThat(content.findValuesAsString("type")).containsExactly("text", "resource_link");
        assertThat(content.at("/1/uri").asString()).isEqualTo(TASK + "/film");
        assertThat(content.at("/1/mimeType").asString()).isEqualTo("video/mp4");
        assertThat(bench.call(ToolName.GET_TASK, "{\"task_id\":\"task-1\"}")
                        .result()
                        .content())
                .hasSize(2);
    }

    @Test
    void servesInBothErasWhatItTellsToAndNothingElse() {
        for (String method : List.of(
                "resources/list",
                "resources/templates/list",
                "resources/read",
                "prompts/list",
                "prompts/get",
                "completion/complete",
                "resources/subscribe",
                "resources/unsubscribe")) {
            assertThat(face.servesBothEras(method)).isTrue();
        }
        assertThat(face.servesBothEras("tools/call")).isFalse();
        JsonNode told = JSON.readTree(FirstAnswers.initialize()).path("capabilities");
        assertThat(told.toString())
                .isEqualTo("{\"tools\":{},\"prompts\":{},\"resources\":{\"subscribe\":true},\"completions\":{},"
                        + "\"extensions\":{\"io.modelcontextprotocol/ui\":{}}}");
    }

    @Test
    void tellsHowMuchOfAFilmIsHereAndWhereTheRestIs() {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        RemoteLink alive =
                new RemoteLink(URI.create("https://cdn.example/f.mp4"), Optional.of(FakeTasks.CREATED.plusSeconds(60)));
        tasks.fetches("task-1", new Arrival(12_300_000, OptionalLong.of(60_000_000)), alive);
        List<Double> progress = new ArrayList<>();
        Answer answer = bench.call(
                ToolName.GET_TASK,
                "{\"task_id\":\"task-1\",\"wait_seconds\":1}",
                ProgressFeed.to((share, words) -> progress.add(share)));
        JsonNode video = Bench.facts(answer).path("video");
        assertThat(answer.text()).contains("downloading at preview, 99 %, 12.3 of 60.0 MB fetched");
        assertThat(video.path("fetched_bytes").asLong()).isEqualTo(12_300_000);
        assertThat(video.path("bytes").asLong()).isEqualTo(60_000_000);
        assertThat(video.path("url").asString()).isEqualTo("https://cdn.example/f.mp4");
        assertThat(progress.get(0)).isBetween(99.2, 99.21);
        RemoteLink dead = new RemoteLink(alive.address(), Optional.of(FakeTasks.CREATED.minusSeconds(1)));
        tasks.fetches("task-1", new Arrival(5, OptionalLong.empty()), dead);
        Answer late = bench.call(ToolName.GET_TASK, "{\"task_id\":\"task-1\",\"wait_seconds\":0}");
        assertThat(late.text()).contains("0.0 MB fetched").doesNotContain("cdn.example");
        assertThat(Bench.facts(late).path("video").has("url")).isFalse();
    }

    private JsonNode completed(String template, String begun) {
        try {
            return handle(
                            LEGACY,
                            "completion/complete",
                            "'ref':{'type':'ref/resource','uri':'" + template
                                    + "'},'argument':{'name':'task_id','value':'" + begun + "'}")
                    .path("completion");
        } catch (ProtocolError | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> values(JsonNode completion) {
        return completion.path("values").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private ProtocolError refusal(String era, String method, String params) {
        return catchThrowableOfType(ProtocolError.class, () -> handle(era, method, params));
    }

    private JsonNode handle(String era, String method, String params) throws ProtocolError, InterruptedException {
        String json = "{" + era + (params.isEmpty() ? "" : "," + params) + "}";
        Map<String, Object> given = JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
        return JSON.valueToTree(face.handle(new StatelessRequest("s", method, given, (told, words) -> {})));
    }
}
