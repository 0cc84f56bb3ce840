package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.Fault;
import dev.wanvideo.sandbox.FaultOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The viewer in a real browser, in the sandbox and under the policy that hosts of MCP Apps give it, on the packaged
 * server; the host is made of the published SDK's own side for hosts. Pictures are left in {@code target/viewer}; what
 * is done and seen is in {@code e2e/viewer/scenarios.mjs}.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class ViewerPageTest {
    private static final String PROVIDER = "evolink";

    private final JsonMapper json = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void showsAFilmOfThisMachine() throws IOException {
        // Eight seconds are more than one piece.
        play(
                List.of(
                        "finished",
                        "narrow",
                        "dark",
                        "keyboard",
                        "hostile",
                        "mute",
                        "tooLong",
                        "refused",
                        "speechless"),
                Premises.in(folder),
                TwoCharacters.film(8));
    }

    @Test
    void showsAFilmOfAProvider() throws IOException {
        playAt(2, Optional.empty(), "plan", "byItself");
    }

    @Test
    void staysWithAFilmThatTakesItsTime() throws IOException {
        playAt(600, Optional.empty(), "running", "ending");
    }

    @Test
    void saysWhyAFilmFailed() throws IOException {
        playAt(0.5, Optional.of(Fault.CONTENT_AT_POLL), "failed");
    }

    @Test
    void saysThatAnOrderIsUncertain() throws IOException {
        playAt(0.5, Optional.of(Fault.BILL_THEN_DROP), "uncertain");
    }

    private void playAt(double seconds, Optional<Fault> fault, String... scenarios) throws IOException {
        try (Marketplace market = Marketplace.open(folder, seconds)) {
            fault.ifPresent(each -> market.sandbox().faults().set(FaultOrder.always(PROVIDER, each)));
            Map<String, Object> film = market.film("waves from a hill", PROVIDER);
            play(List.of(scenarios), market.premises(List.of(PROVIDER)), film);
        }
    }

    private void play(List<String> scenarios, Premises premises, Map<String, Object> film) throws IOException {
        Path chromium = Needs.chromium();
        Npm npm = Needs.npm();
        Path pictures = Files.createDirectories(Product.target().resolve("viewer"));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("scenarios", scenarios);
        order.put("command", Product.command());
        order.put("browser", chromium.toString());
        order.put("folder", pictures.toString());
        order.put("film", film);
        List<String> command = List.of(npm.node().toString(), "viewer/scenarios.mjs", json.writeValueAsString(order));
        Ran ran = Ran.of(command, npm.folder(), environment(npm, premises), Duration.ofMinutes(10));
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.out().lines())
                .containsExactlyElementsOf(
                        scenarios.stream().map(name -> "passed " + name).toList());
    }

    /** The browser's home is not in the test's folder: what it leaves there points to places beyond it. */
    private static Map<String, String> environment(Npm npm, Premises premises) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(premises.environment());
        environment.put(
                "HOME", Files.createDirectories(npm.folder().resolve("home")).toString());
        return environment;
    }
}
