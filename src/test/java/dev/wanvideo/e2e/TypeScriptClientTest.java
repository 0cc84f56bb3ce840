package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Both lines of the TypeScript SDK list the tools and make a film. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class TypeScriptClientTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void firstLineMakesAFilm() {
        assertMakesAFilm("typescript-v1.mjs", "");
    }

    @Test
    void secondLineMakesAFilmWithInitialize() {
        assertMakesAFilm("typescript-v2.mjs", "legacy");
    }

    @Test
    void secondLineMakesAFilmWhenItNegotiates() {
        assertMakesAFilm("typescript-v2.mjs", "auto");
    }

    private void assertMakesAFilm(String script, String mode) {
        Npm npm = Needs.npm();
        Premises premises = Premises.in(folder);
        JsonMapper json = new JsonMapper();
        String wanted = json.writeValueAsString(Map.of(
                "command", Product.java(),
                "args", List.of("-jar", Product.jar().toString()),
                "env", premises.environment(),
                "film", TwoCharacters.film(2),
                "mode", mode));
        List<String> command = List.of(npm.node().toString(), script, wanted);
        Ran ran = Ran.of(command, npm.folder(), premises.environment(), LIMIT);
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertWhatItSaw(json.readTree(ran.out()), premises);
    }

    private static void assertWhatItSaw(JsonNode seen, Premises premises) {
        FilmChecks.assertFiveTools(
                seen.path("tools").valueStream().map(tool -> tool.path("name").asString("")));
        FilmChecks.assertFilm(new Reply(seen.path("finished")), premises);
        assertThat(seen.path("progress").asInt(0)).as("progress notifications").isPositive();
        LeakScan scan = new LeakScan(premises.given(), premises.films());
        assertThat(scan.hits(seen)).isEmpty();
    }
}
