package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Inspector's command line, which starts a new server for each call. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class InspectorTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String CLI = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void listsToolsWhoseSchemasArePortable() {
        Ran ran = inspect(Premises.in(folder), "--method", "tools/list", "--strict");
        FilmChecks.assertFiveTools(json.readTree(ran.out())
                .path("result")
                .path("tools")
                .valueStream()
                .map(tool -> tool.path("name").asString("")));
        assertThat(ran.err()).as("portability findings").doesNotContainIgnoringCase("warning", "portab");
    }

    @Test
    void makesAFilm() {
        Premises premises = Premises.in(folder);
        Map<String, Object> film = TwoCharacters.film(2);
        film.put("wait_seconds", 45);
        Reply seen = call(premises, "create_reference_video", film);
        String task = seen.taskId();
        do {
            seen = call(premises, "get_task", Map.of("task_id", task, "wait_seconds", 45));
        } while (!seen.isFinal());
        FilmChecks.assertFilm(seen, premises);
    }

    private Reply call(Premises premises, String tool, Map<String, Object> arguments) {
        Ran ran = inspect(
                premises,
                "--method",
                "tools/call",
                "--tool-name",
                tool,
                "--tool-args-json",
                json.writeValueAsString(arguments));
        JsonNode answer = json.readTree(ran.out());
        assertThat(new LeakScan(premises.given(), premises.films()).hits(answer))
                .isEmpty();
        return Reply.in(answer);
    }

    private static Ran inspect(Premises premises, String... request) {
        Npm npm = Needs.npm();
        List<String> command = new ArrayList<>(List.of(npm.node().toString(), CLI, "--cli"));
        premises.settings().forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.addAll(Product.command());
        command.addAll(List.of("--protocol-era", "legacy", "--format", "json", "--connect-timeout", "60000"));
        command.addAll(List.of(request));
        Ran ran = Ran.of(command, npm.folder(), premises.environment(), LIMIT);
        assertThat(ran.exit()).as(ran.toString()).isZero();
        return ran;
    }
}
