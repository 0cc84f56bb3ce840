package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.chat.FilmScript;
import dev.wanvideo.chat.ScriptedModel;
import dev.wanvideo.media.Samples;
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
    void theAgentOverHttpMakesAFilm() throws IOException {
        try (ScriptedModel model = ScriptedModel.playing(new FilmScript());
                HttpProduct server = HttpProduct.start(Premises.in(home))) {
            Map<String, String> settings = Map.of("OPENAI_BASE_URL", model.address() + "/v1");
            List<String> command = java(
                    "http-agent/FilmAgentOverHttp.java",
                    server.address().toString(),
                    "Anna waves.\nLocal file: " + picture());
            assertFilm(run(settings, command), "Your film: ");
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

    @Test
    void theDialogueIsPricedAndThenMadeWithVoices() throws IOException {
        String anna = voice("anna.wav");
        String robot = voice("robot.wav");
        Ran ran = run(
                Map.of(), java("dialogue/DialogueFilm.java", Product.examples().toString(), "preview", anna, robot));
        assertFilm(ran, "succeeded: ");
        assertThat(ran.out()).startsWith("price: 0 USD at preview");
    }

    /** A provider that has too much to do at first is asked again, and is paid once. */
    @Test
    void anAgentIsRehearsedAgainstTheSandbox() {
        List<String> agent =
                java("dialogue/DialogueFilm.java", Product.examples().toString(), "auto");
        List<String> command = java("sandbox/Rehearsal.java", "evolink=rate-limit:1x@create", "--");
        command.addAll(agent);
        Ran ran = run(Map.of(), command);
        assertFilm(ran, "succeeded: ");
        assertThat(ran.out()).contains("price: 0.688 USD at evolink", "would have been billed: 0.688 USD");
        assertThat(ran.out().lines().filter(line -> line.startsWith("job at "))).hasSize(1);
    }

    private String voice(String name) throws IOException {
        return Files.write(home.resolve(name), Samples.wav(4)).toString();
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
        environment.putAll(Product.hasty());
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", Path.of(Product.java()).getParent() + ":" + SearchPath.text());
        environment.put("WAN_VIDEO_MEDIA_ROOTS", Product.examples() + ":" + home);
        return Ran.of(command, home, environment, LIMIT);
    }
}
