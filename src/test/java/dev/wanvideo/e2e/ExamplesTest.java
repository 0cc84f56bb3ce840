package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.chat.FilmScript;
import dev.wanvideo.chat.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each example, run as it stands beside the packaged jar. */
final class ExamplesTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void theJavaAgentMakesAFilm() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(new FilmScript())) {
            Map<String, String> settings = Map.of("OPENAI_BASE_URL", model.address() + "/v1");
            Ran ran = run(settings, java("java-agent/FilmAgent.java", "Anna waves.\nLocal file: " + picture()));
            assertFilm(ran, "Your film: ");
        }
    }

    @Test
    void thePlainClientMakesAFilm() {
        assertFilm(run(Map.of(), java("plain-client/FilmClient.java", "@anna waves.", picture())), "succeeded: ");
    }

    @Test
    void theTypescriptClientMakesAFilm() throws IOException {
        Npm npm = Needs.npm();
        Path script = npm.folder().resolve("film.ts");
        Files.copy(example("typescript/film.ts"), script, StandardCopyOption.REPLACE_EXISTING);
        List<String> command =
                List.of(npm.node().toString(), script.toString(), Product.jar().toString(), "@anna waves.", picture());
        assertFilm(run(Map.of(), command), "succeeded: ");
    }

    private static void assertFilm(Ran ran, String label) {
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.out().lines().filter(line -> line.startsWith(label)))
                .as(ran.toString())
                .singleElement()
                .satisfies(line ->
                        assertThat(Path.of(line.substring(label.length()))).isNotEmptyFile());
    }

    private static List<String> java(String source, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Product.java(), "-cp", Product.jar().toString(), example(source).toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static Path example(String name) {
        return Product.examples().resolve(name);
    }

    private static String picture() {
        return example("anna.png").toString();
    }

    private Ran run(Map<String, String> settings, List<String> command) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", Path.of(Product.java()).getParent() + ":" + SearchPath.text());
        environment.put("WAN_VIDEO_MEDIA_ROOTS", Product.examples().toString());
        return Ran.of(command, home, environment, LIMIT);
    }
}
