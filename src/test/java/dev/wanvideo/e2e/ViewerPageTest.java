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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {"finished", "narrow", "dark", "keyboard", "hostile", "mute", "tooLong", "refused", "speechless"})
    void showsAFilmOfThisMachine(String scenario) throws IOException {
        // That which is played is longer than a piece.
        play(scenario, Premises.in(folder), TwoCharacters.film(scenario.equals("finished") ? 8 : 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"byItself", "plan"})
    void showsAFilmOfAProvider(String scenario) throws IOException {
        try (Marketplace market = Marketplace.open(folder, 2)) {
            play(scenario, market.premises(List.of(PROVIDER)), market.film("waves from a hill", PROVIDER));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "ending"})
    void staysWithAFilmThatTakesItsTime(String scenario) throws IOException {
        try (Marketplace market = Marketplace.open(folder, 600)) {
            play(scenario, market.premises(List.of(PROVIDER)), market.film("waves from a hill", PROVIDER));
        }
    }

    @Test
    void saysWhyAFilmFailed() throws IOException {
        playWith(Fault.CONTENT_AT_POLL, "failed");
    }

    @Test
    void saysThatAnOrderIsUncertain() throws IOException {
        playWith(Fault.BILL_THEN_DROP, "uncertain");
    }

    private void playWith(Fault fault, String scenario) throws IOException {
        try (Marketplace market = Marketplace.open(folder, 0.5)) {
            market.sandbox().faults().set(FaultOrder.always(PROVIDER, fault));
            play(scenario, market.premises(List.of(PROVIDER)), market.film("waves from a hill", PROVIDER));
        }
    }

    private void play(String scenario, Premises premises, Map<String, Object> film) throws IOException {
        Path chromium = Needs.chromium();
        Npm npm = Needs.npm();
        Path pictures = Files.createDirectories(Product.target().resolve("viewer"));
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("scenario", scenario);
        order.put("command", Product.command());
        order.put("browser", chromium.toString());
        order.put("folder", pictures.toString());
        order.put("film", film);
        List<String> command = List.of(npm.node().toString(), "viewer/scenarios.mjs", json.writeValueAsString(order));
        Ran ran = Ran.of(command, npm.folder(), environment(npm, premises), Duration.ofMinutes(6));
        assertThat(ran.exit()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("{\"passed\":\"" + scenario + "\"}");
    }

    /** The browser's home is not in the test's folder: what it leaves there points to places beyond it. */
    private static Map<String, String> environment(Npm npm, Premises premises) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(premises.environment());
        environment.put(
                "HOME",
                Files.createDirectories(npm.folder().resolve("home")).toString());
        return environment;
    }
}
