package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser plays the film from beginning to end. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class ChromiumTest {
    private static final String PAGE = """
            <!doctype html><title>film</title><body style="margin:0;background:#222">
            <video id="film" muted autoplay playsinline style="width:100%%;height:100vh" src="%s"></video>
            """;

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void playsAFilmToItsEnd() throws IOException {
        Path chromium = Needs.chromium();
        Npm npm = Needs.npm();
        Premises premises = Premises.in(folder);
        Reply finished = make(premises);
        JsonNode seen = play(npm, chromium, FilmChecks.assertFilm(finished, premises));
        JsonNode promised = finished.facts().path("video");
        assertThat(seen.path("error").isNull()).as(seen.toString()).isTrue();
        assertThat(seen.path("duration").asDouble(0)).isCloseTo(3, within(0.15));
        assertThat(seen.path("width").asInt(0)).isEqualTo(promised.path("width").asInt(-1));
        assertThat(seen.path("height").asInt(0))
                .isEqualTo(promised.path("height").asInt(-1));
        assertThat(seen.path("halfway").asDouble(0)).isBetween(0.1, 3.2);
        assertThat(seen.path("end").asDouble(0)).isCloseTo(3, within(0.15));
        assertThat(seen.path("frames").asInt(0)).isPositive();
        assertThat(seen.path("soundBytes").asInt(0)).as("decoded sound").isPositive();
    }

    private static Reply make(Premises premises) {
        try (RawPipe server = RawPipe.open(premises)) {
            Reply created = server.call("create_reference_video", TwoCharacters.film(3));
            return server.waitFor(created.taskId());
        }
    }

    private JsonNode play(Npm npm, Path chromium, Path film) throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), PAGE.formatted(film.toUri()));
        String wanted = json.writeValueAsString(Map.of(
                "browser", chromium.toString(),
                "page", page.toString(),
                "screenshot", Product.target().resolve("e2e-chromium.png").toString()));
        // Not in the test's folder: what the browser leaves in its home points to places beyond it.
        Path home = Files.createDirectories(npm.folder().resolve("home"));
        Map<String, String> environment = Map.of("PATH", SearchPath.text(), "HOME", home.toString());
        List<String> command = List.of(npm.node().toString(), "play.mjs", wanted);
        Ran ran = Ran.of(command, npm.folder(), environment, Duration.ofMinutes(6));
        assertThat(ran.exit()).as(ran.toString()).isZero();
        return json.readTree(ran.out());
    }
}
