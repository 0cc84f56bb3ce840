package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged jar, each in an environment that holds a home folder and nothing else. */
final class CommandsTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void tryMakesAFilmWithNoKeyAndPrintsWhereItIs() throws IOException {
        Ran ran = run("try", "--duration", "2");
        assertThat(ran.exit()).as(ran.toString()).isZero();
        Path film = printed(ran, "Film: ");
        assertThat(Files.readAllBytes(film))
                .asString(StandardCharsets.ISO_8859_1)
                .contains("ftyp", "avc1", "mp4a");
        assertThat(printed(ran, "Contact sheet: ")).isNotEmptyFile();
        assertThat(ran.out()).contains("100% succeeded").doesNotContain("\033");
    }

    @Test
    void tryEndsWithOneAndTheServersWordsWhenTheFilmIsRefused() {
        Ran ran = run("try", "--duration", "99");
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("duration is 99; allowed: 2-15", "Nothing was submitted or charged.");
    }

    @Test
    void trySaysInOneLineThatItsDataFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(home.resolve("a-file"));
        Ran ran = run(Map.of("WAN_VIDEO_HOME", file.resolve("data").toString()), "try");
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.err().lines()).singleElement().asString().contains("make it writable", "WAN_VIDEO_HOME");
    }

    @Test
    void doctorTellsFoldersProvidersAndClients() {
        Ran ran = run("doctor");
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("All is well.", "preview", "claude-desktop", "vs-code", ".codex/config.toml");
    }

    @Test
    void doctorSaysInOneLineWhatStandsInTheWay() throws IOException {
        Path file = Files.createFile(home.resolve("a-file"));
        Ran ran = run(Map.of("WAN_VIDEO_HOME", file.resolve("data").toString()), "doctor");
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out().lines().filter(line -> line.contains("PROBLEM"))).hasSize(1);
        assertThat(new LeakScan(List.of(file.toString()), home).hits(ran.err())).isEmpty();
    }

    @Test
    void toolsPrintsTheVeryBytesOfToolsJson() throws IOException {
        Ran ran = run("tools");
        assertThat(ran.out()).isEqualTo(Files.readString(Product.target().resolveSibling("tools.json")));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void versionAndHelpAnswerAtOnce() {
        assertThat(run("--version").out()).startsWith("wan-video-mcp ").doesNotContain("not packaged");
        assertThat(run("--help").out()).contains("try", "doctor", "tools");
    }

    @Test
    void wordsItDoesNotKnowAreRefusedByName() {
        Ran command = run("dcotor");
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("dcotor");
        Ran flag = run("--ouput-dir", "films");
        assertThat(flag.exit()).isEqualTo(2);
        assertThat(flag.err()).contains("--ouput-dir");
    }

    private Ran run(String... words) {
        return run(Map.of(), words);
    }

    private Ran run(Map<String, String> settings, String... words) {
        List<String> command = new ArrayList<>(Product.command());
        command.addAll(List.of(words));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("HOME", home.toString());
        return Ran.of(command, home, environment, LIMIT);
    }

    private static Path printed(Ran ran, String label) {
        return ran.out()
                .lines()
                .filter(line -> line.startsWith(label))
                .map(line -> Path.of(line.substring(label.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ran.toString()));
    }
}
