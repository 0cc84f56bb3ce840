package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.Fault;
import dev.wanvideo.sandbox.FaultOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller has of a film once it is made: files, resources, and word of what is left when it cannot be had. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class FilmsOutTest {
    private static final Map<String, Object> MODERN = Map.of(
            "io.modelcontextprotocol/protocolVersion", "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities", Map.of(),
            "io.modelcontextprotocol/clientInfo", Map.of("name", "end-to-end", "version", "1"));

    @TempDir
    Path folder;

    @Test
    void filmSheetAndPosterAreResourcesOfBothErasAndFilesWithASidecar() throws IOException {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            Reply done = server.waitFor(
                    server.call("create_reference_video", TwoCharacters.film(2)).taskId());
            JsonNode video = done.facts().path("video");
            String task = "wan-video://tasks/" + done.taskId();
            for (Map<String, Object> meta : List.of(Map.<String, Object>of(), MODERN)) {
                assertThat(uris(ask(server, meta, "resources/list", Map.of())))
                        .startsWith(task, task + "/film", task + "/sheet", task + "/poster", "wan-video://guide");
                assertThat(ask(server, meta, "resources/templates/list", Map.of())
                                .path("resourceTemplates"))
                        .hasSize(6);
                Map<String, Object> half = Map.of(
                        "ref", Map.of("type", "ref/resource", "uri", "wan-video://tasks/{task_id}/film"),
                        "argument",
                                Map.of("name", "task_id", "value", done.taskId().substring(0, 6)));
                assertThat(ask(server, meta, "completion/complete", half)
                                .at("/completion/values/0")
                                .asString())
                        .isEqualTo(done.taskId());
                same(ask(server, meta, "resources/read", Map.of("uri", task + "/film")), video.path("path"));
                same(ask(server, meta, "resources/read", Map.of("uri", task + "/sheet")), video.path("sheet_path"));
                same(ask(server, meta, "resources/read", Map.of("uri", task + "/poster")), video.path("poster_path"));
            }
            Path film = Path.of(video.path("path").asString());
            assertThat(film.getFileName().toString()).contains("anna-waves-to-robot-in-a-sunny-park");
            Path sidecar = Path.of(film.toString().replaceAll("mp4$", "json"));
            JsonNode told = new JsonMapper().readTree(Files.readString(sidecar));
            assertThat(told.at("/film/sha256")).isEqualTo(video.path("sha256"));
            assertThat(told.at("/made_with/version").asString()).isNotBlank();
            Reply again = server.call("create_reference_video", again(told));
            assertThat(again.isError()).as(again.text()).isFalse();
            server.waitFor(again.taskId());
        }
    }

    /** The request of a sidecar is one that the tool takes. */
    private static Map<String, Object> again(JsonNode told) {
        Map<String, Object> request = new LinkedHashMap<>();
        told.path("request").properties().forEach(argument -> request.put(argument.getKey(), argument.getValue()));
        return request;
    }

    @Test
    void aLinkThatDiedLeavesWordOfWhatIsLeftAndCanBeAskedForAgain() throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5);
                RawPipe server = RawPipe.open(market.premises(List.of("evolink")))) {
            market.sandbox().faults().set(FaultOrder.times("evolink", Fault.LINK_EXPIRED, 1));
            Reply created = server.call("create_reference_video", market.film("and its link dies", "evolink"));
            Reply lost = server.waitFor(created.taskId());
            String job = market.ordered("its link dies").get(0).job();
            assertThat(lost.status()).isEqualTo("failed");
            assertThat(lost.text()).contains("status 403", "Its address should be good until", job, "Charged: ");
            assertThat(lost.facts().path("cost").path("charged").asString()).isEqualTo("yes");
            assertThat(lost.text()).contains("wan-video-mcp resolve " + created.taskId());
            try (Stream<Path> files = Files.list(market.premises().films())) {
                assertThat(files).as("nothing half-made").isEmpty();
            }

            Reply other = server.call("create_reference_video", market.film("and is fine", "evolink"));
            assertThat(server.waitFor(other.taskId()).status()).isEqualTo("succeeded");
            Ran refused = resolve(market, created.taskId(), "--not-charged");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(resolve(market, created.taskId(), "--provider-task-id", job)
                            .exit())
                    .isZero();
            assertThat(market.ordered("its link dies")).as("ordered once").hasSize(1);
        }
    }

    private static JsonNode ask(RawPipe server, Map<String, Object> meta, String method, Map<String, Object> params) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        if (!meta.isEmpty()) {
            all.put("_meta", meta);
        }
        JsonNode result = server.answer(server.request(method, all)).path("result");
        assertThat(result.has("resultType")).as("%s: %s", method, result).isEqualTo(!meta.isEmpty());
        return result;
    }

    private static List<String> uris(JsonNode listed) {
        return listed.path("resources").values().stream()
                .map(resource -> resource.path("uri").asString())
                .toList();
    }

    private static void same(JsonNode read, JsonNode path) throws IOException {
        assertThat(Base64.getDecoder().decode(read.at("/contents/0/blob").asString()))
                .isEqualTo(Files.readAllBytes(Path.of(path.asString())));
    }

    private static Ran resolve(Marketplace market, String... words) {
        Premises premises = market.premises(List.of("evolink"));
        List<String> command = Stream.of(Product.command(), List.of("resolve"), List.of(words))
                .flatMap(List::stream)
                .toList();
        return Ran.of(command, premises.root(), premises.environment(), Duration.ofMinutes(3));
    }
}
