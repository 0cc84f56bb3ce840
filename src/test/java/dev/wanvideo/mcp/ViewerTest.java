package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The viewer as a resource of both eras, and what it reads beside it. */
final class ViewerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> MODERN = Map.of("io.modelcontextprotocol/clientCapabilities", Map.of());
    private static final Map<String, Object> LEGACY = Map.of("progressToken", 1);

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

    @Test
    void isListedAndReadInBothErasAsAPageThatReachesNothing() throws Exception {
        for (Map<String, Object> era : List.of(MODERN, LEGACY)) {
            JsonNode listed = handle(era, "resources/list", "").path("resources").values().stream()
                    .filter(resource -> resource.path("uri").asString().equals("ui://wan-video/viewer"))
                    .findFirst()
                    .orElseThrow();
            JsonNode content =
                    handle(era, "resources/read", "ui://wan-video/viewer").at("/contents/0");
            for (JsonNode said : List.of(listed, content)) {
                assertThat(said.path("mimeType").asString()).isEqualTo("text/html;profile=mcp-app");
                assertThat(said.at("/_meta/ui").toString())
                        .isEqualTo("{\"csp\":{\"connectDomains\":[],\"resourceDomains\":[]},\"prefersBorder\":true}");
            }
            assertThat(content.path("text").asString()).startsWith("<!doctype html>");
        }
    }

    @Test
    void isFarFromTheLimitsOfHostsAndNamesNoOtherPlace() throws Exception {
        String page = handle(LEGACY, "resources/read", "ui://wan-video/viewer")
                .at("/contents/0/text")
                .asString();
        assertThat(page.length()).isLessThan(80_000);
        assertThat(page).doesNotContain("http://").doesNotContainPattern("(src|href)\\s*=\\s*[\"']?(https?:)?//");
    }

    @Test
    void showsTheAnswersOfTheTwoToolsThatAreAboutOneFilm() {
        for (ToolDefinition tool : ToolDefinitions.all()) {
            JsonNode json = JSON.valueToTree(tool.json());
            boolean shown = json.at("/_meta/ui/resourceUri").asString("").equals("ui://wan-video/viewer");
            assertThat(shown)
                    .as(tool.name().word())
                    .isEqualTo(tool.name() == ToolName.CREATE_REFERENCE_VIDEO || tool.name() == ToolName.GET_TASK);
        }
    }

    @Test
    void aFilmCanBePutTogetherFromItsPieces() throws Exception {
        byte[] film = new byte[2 * FilmPieces.BYTES + 5];
        new Random(1).nextBytes(film);
        finished(film);
        for (int piece = 1; piece <= 3; piece++) {
            JsonNode content = piece(MODERN, piece).at("/contents/0");
            String blob = content.path("blob").asString();
            int from = (piece - 1) * FilmPieces.BYTES;
            assertThat(blob.length()).isLessThan(1_000_000);
            assertThat(Base64.getDecoder().decode(blob))
                    .isEqualTo(Arrays.copyOfRange(film, from, Math.min(film.length, from + FilmPieces.BYTES)));
        }
        ProtocolError after = catchThrowableOfType(ProtocolError.class, () -> piece(LEGACY, 4));
        assertThat(after).hasMessageContaining("fewer pieces").hasMessageContaining(film.length + " bytes");
        assertThat(after.code()).isEqualTo(-32002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"film/0", "film/-1", "film/01", "film/1/2", "film/9999999", "sheet/1", "poster/1"})
    void thereAreNoOtherPieces(String rest) throws Exception {
        finished(new byte[9]);
        assertThat(catchThrowableOfType(
                        ProtocolError.class,
                        () -> handle(MODERN, "resources/read", "wan-video://tasks/task-1/" + rest)))
                .hasMessage("Resource not found");
    }

    @Test
    void saysWhyThereIsNoPiece() throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        assertThat(catchThrowableOfType(ProtocolError.class, () -> piece(MODERN, 1)))
                .hasMessage("The task has no film yet: it is queued");
        tasks.succeeds("task-1", folder.resolve("gone.mp4"), Optional.empty());
        assertThat(catchThrowableOfType(ProtocolError.class, () -> piece(MODERN, 1)))
                .hasMessageContaining("cannot be read any more");
    }

    @Test
    void tellsWhatWasAskedForWithoutTheAddressesOfReferences() throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        JsonNode task = JSON.readTree(handle(MODERN, "resources/read", "wan-video://tasks/task-1")
                .at("/contents/0/text")
                .asString());
        assertThat(task.at("/request/prompt").asString()).contains("dances");
        assertThat(task.at("/request/references").toString())
                .isEqualTo("[{\"name\":\"anna\",\"kind\":\"image\",\"role\":\"character\",\"voiced\":false}]");
        assertThat(task.at("/request/duration").asInt()).isEqualTo(5);
    }

    private void finished(byte[] film) throws Exception {
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.succeeds("task-1", Files.write(folder.resolve("a.mp4"), film), Optional.empty());
    }

    private JsonNode piece(Map<String, Object> era, int piece) throws ProtocolError, InterruptedException {
        return handle(era, "resources/read", "wan-video://tasks/task-1/film/" + piece);
    }

    private JsonNode handle(Map<String, Object> era, String method, String uri)
            throws ProtocolError, InterruptedException {
        Map<String, Object> params = uri.isEmpty() ? Map.of("_meta", era) : Map.of("_meta", era, "uri", uri);
        return JSON.valueToTree(face.handle(new StatelessRequest("s", method, params, (told, words) -> {})));
    }
}
