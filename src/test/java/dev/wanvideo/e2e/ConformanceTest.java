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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The protocol's own conformance suite: what a revision requires of a server, scenario by scenario. Most need tools of
 * their own and run against a fixture on the product's transport; the others run against the product.
 */
final class ConformanceTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    /**
     * The suite ends with 0 when every scenario that counts for the revision has passed. Of those that do not count,
     * all but one pass as well: tools whose arguments go into headers exist neither in the product nor here.
     */
    @ParameterizedTest
    @MethodSource("revisions")
    void theTransportPassesEveryScenarioThatARevisionRequires(String revision, String[] beyond) throws IOException {
        try (StreamableServer fixture = ConformanceFixture.start()) {
            Ran suite = suite(fixture.address(), revision);
            assertPassed(suite, "tools-call-with-progress");
            assertThat(suite.exit()).as(suite.toString()).isZero();
            assertPassed(suite, beyond);
        }
    }

    static Stream<Arguments> revisions() {
        return Stream.of(
                Arguments.of("2025-11-25", new String[] {"server-session-lifecycle", "json-schema-2020-12"}),
                Arguments.of("2026-07-28", new String[] {
                    "tasks-lifecycle",
                    "tasks-capability-negotiation",
                    "tasks-wire-fields",
                    "tasks-request-state-removal",
                    "tasks-mrtr-input",
                    "tasks-request-headers",
                    "tasks-dispatch-and-envelope",
                    "tasks-required-task-error",
                    "tasks-mrtr-composition",
                    "json-schema-2020-12",
                    "http-header-validation"
                }));
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
