package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.mcp.ConformanceFixture;
import dev.wanvideo.transport.http.StreamableServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The protocol's own conformance suite: what a revision requires of a server, scenario by scenario. Most need tools of
 * their own and run against a fixture on the product's transport; the others run against the product.
 */
final class ConformanceTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    /** The suite ends with 0 when every scenario that counts for the revision has passed. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2026-07-28"})
    void theTransportPassesEveryScenarioThatARevisionRequires(String revision) throws IOException {
        try (StreamableServer fixture = ConformanceFixture.start()) {
            Ran suite = suite(fixture.address(), revision);
            assertThat(suite.out()).contains("=== SUMMARY ===").contains("✓ tools-call-with-progress");
            assertThat(suite.exit()).as(suite.toString()).isZero();
        }
    }

    @Test
    void theProductPassesWhatNeedsNoFixture() {
        try (HttpProduct product = HttpProduct.start(Premises.in(folder))) {
            assertPassed(
                    suite(product.address(), "2025-11-25"),
                    "server-initialize",
                    "ping",
                    "tools-list",
                    "resources-list",
                    "prompts-list",
                    "server-sse-multiple-streams",
                    "dns-rebinding-protection",
                    "server-session-lifecycle");
            assertPassed(
                    suite(product.address(), "2026-07-28"),
                    "tools-list",
                    "resources-list",
                    "sep-2164-resource-not-found",
                    "prompts-list",
                    "caching",
                    "server-sse-multiple-streams",
                    "dns-rebinding-protection",
                    "input-required-result-unsupported-methods",
                    "input-required-result-validate-input",
                    "http-header-validation");
        }
    }

    private static void assertPassed(Ran suite, String... scenarios) {
        for (String scenario : scenarios) {
            assertThat(suite.out()).contains("✓ " + scenario + ": ");
        }
    }

    private Ran suite(URI server, String revision) {
        Npm npm = Needs.npm();
        Path program = npm.folder().resolve("node_modules/@modelcontextprotocol/conformance/dist/index.js");
        List<String> command = List.of(
                npm.node().toString(),
                program.toString(),
                "server",
                "--url",
                server.toString(),
                "--requirements",
                revision);
        return Ran.of(command, folder, Map.of("PATH", SearchPath.text(), "HOME", folder.toString()), LIMIT);
    }
}
