package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.media.animatic.RenderedFilm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SidecarTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void tellsOfAPaidFilmWhatItTakesToMakeItAgain() throws Exception {
        try (RemoteBench bench = new RemoteBench(folder)) {
            String id = bench.running();
            bench.gateway.shows(RemoteBench.finished());
            bench.clock.move(Duration.ofMinutes(3));
            bench.step(id);
            Task task = bench.task(id);
            Film film = task.outcome().film().orElseThrow();

            JsonNode told = beside(film);

            assertThat(told.path("format").asInt()).isEqualTo(1);
            assertThat(told.at("/made_with/name").asString()).isEqualTo("wan-video-mcp");
            assertThat(told.path("task_id").asString()).isEqualTo(id);
            assertThat(told.path("provider").asString()).isEqualTo("alpha");
            assertThat(told.path("provider_task_id").asString()).isEqualTo("a-1");
            assertThat(new RequestJson(JSON).read(told.path("request").toString()))
                    .isEqualTo(task.request());
            assertThat(told.path("sent").path("method").asString())
                    .isEqualTo(bench.row(id).outgoing().method());
            assertThat(told.at("/sent/body"))
                    .isEqualTo(JSON.readTree(
                            JSON.writeValueAsString(bench.row(id).outgoing().body())));
            assertThat(told.at("/told/credits_used").asInt()).isEqualTo(9);
            assertThat(told.at("/cost/quoted_usd_high").decimalValue()).isEqualByComparingTo("1.00");
            assertThat(told.at("/cost/charged_usd").asDouble()).isEqualTo(0.9);
            assertThat(told.at("/cost/charged").asString()).isEqualTo("yes");
            assertThat(told.path("warnings").values().stream().map(JsonNode::asString))
                    .containsExactlyElementsOf(task.warnings());
            assertThat(told.at("/film/file").asString())
                    .isEqualTo(film.path().getFileName().toString());
            assertThat(told.at("/film/sha256").asString()).isEqualTo(film.sha256());
            assertThat(told.at("/times/finished_at").asString())
                    .isEqualTo(bench.clock.instant().toString());
            assertThat(told.toString()).doesNotContain("secret-of-alpha");
        }
    }

    @Test
    void liesBesideAPreviewToo() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), new PlainFilms())) {
            String id =
                    Samples.created(house.create(Samples.film("Anna waves"))).id();
            Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();
            Film film = task.outcome().film().orElseThrow();

            JsonNode told = beside(film);

            assertThat(told.at("/request/prompt").asString()).isEqualTo("Anna waves");
            assertThat(told.at("/cost/charged").asString()).isEqualTo("no");
            assertThat(told.at("/film/poster").asString())
                    .isEqualTo(film.poster().orElseThrow().getFileName().toString());
        }
    }

    @Test
    void warnsOfWhatAPreviewDoesNotShow() throws Exception {
        TaskSettings settings = Samples.settings(folder);
        PlainFilms plain = new PlainFilms();
        String note = "The clip \"Ben\" is not shown.";
        FilmMaker films = (task, request, target, progress) -> {
            RenderedFilm film = plain.make(task, request, target, progress);
            return new RenderedFilm(film.size(), film.seconds(), film.stills(), List.of(note));
        };
        try (TaskHouse house = TaskHouse.open(settings, List.of(Samples.ACCOUNT), films)) {
            String id =
                    Samples.created(house.create(Samples.film("Anna waves"))).id();
            Task task = house.await(id, Samples.PATIENCE, seen -> {}).orElseThrow();

            assertThat(task.warnings()).endsWith(note);
            assertThat(beside(task.outcome().film().orElseThrow()).path("warnings").values().stream()
                            .map(JsonNode::asString))
                    .containsExactlyElementsOf(task.warnings());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://b.s3.amazonaws.com/a.png?X-Amz-Date=1&X-Amz-Signature=abc | https://b.s3.amazonaws.com/a.png?(signature left out)",
                "https://x.oss-cn.aliyuncs.com/a.png?Expires=1&OSSAccessKeyId=k&Signature=s | https://x.oss-cn.aliyuncs.com/a.png?(signature left out)",
                "https://storage.googleapis.com/a?X-Goog-Signature=abc | https://storage.googleapis.com/a?(signature left out)",
                "https://x.blob.core.windows.net/a.png?sv=2024&se=2026&sig=abc%3D | https://x.blob.core.windows.net/a.png?(signature left out)",
                "https://cdn.example/a.png?token=abc | https://cdn.example/a.png?(signature left out)",
                "https://cdn.example/a.png?width=1280&v=3 | https://cdn.example/a.png?width=1280&v=3",
                "Anna asks: which key=1? See https://a.example | Anna asks: which key=1? See https://a.example",
                "oss://dashscope-instant/a/b.png | oss://dashscope-instant/a/b.png"
            })
    void leavesOutWhatOpensSomethingToItsReader(String address, String shown) {
        OpenAddresses addresses = new OpenAddresses(JSON);

        assertThat(addresses
                        .closed(JSON.valueToTree(List.of(List.of(address))))
                        .at("/0/0")
                        .asString())
                .isEqualTo(shown);
    }

    @Test
    void leavesOutFilesThatAreInTheText() {
        String file = "data:image/png;base64," + "iVBOR".repeat(1000);

        assertThat(new OpenAddresses(JSON).closed(JSON.valueToTree(file)).asString())
                .isEqualTo("data:image/png;base64,(5000 characters left out)");
    }

    private static JsonNode beside(Film film) throws Exception {
        String place = film.path().toString();
        Path sidecar = Path.of(place.substring(0, place.length() - ".mp4".length()) + ".json");
        return JSON.readTree(Files.readString(sidecar));
    }
}
