package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on all interfaces, and two people to whom its operator gave tokens. */
final class KnownCallersTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void whoBearsATokenMakesAFilmOfWhichAnotherKnowsNothing() throws IOException {
        Premises premises = Premises.in(folder);
        String anna = token(premises, "add", "anna").out().strip();
        String bob = token(premises, "add", "bob", "--scope", "read,create", "--expires", "1")
                .out()
                .strip();
        Ran listed = token(premises, "list");
        assertThat(listed.out()).contains("anna", "bob", "read create").doesNotContain(anna, bob);
        String host = ownAddress();
        try (HttpProduct product = HttpProduct.start(premises, "--host", "0.0.0.0", "--allow-host", host)) {
            URI address = URI.create("http://" + host + ":" + product.address().getPort() + "/mcp");
            try (JavaSdkClient hers = new JavaSdkClient(address, anna);
                    JavaSdkClient his = new JavaSdkClient(address, bob)) {
                Reply made = hers.call(
                        "create_reference_video",
                        Map.of(
                                "prompt",
                                "@anna waves",
                                "duration",
                                2,
                                "references",
                                List.of(Map.of("name", "anna", "image", TwoCharacters.picture("anna"))),
                                "wait_seconds",
                                45));
                assertThat(made.facts().path("status").asString()).isEqualTo("succeeded");
                String id = made.facts().path("task_id").asString();
                assertThat(made.facts().at("/video/path").isMissingNode()).isTrue();
                assertThat(his.call("get_task", Map.of("task_id", id))
                                .facts()
                                .at("/error/category")
                                .asString())
                        .isEqualTo("not_found");
                assertThat(his.call("list_tasks", Map.of()).facts().path("tasks"))
                        .isEmpty();
                assertThat(hers.call("list_tasks", Map.of()).facts().path("tasks"))
                        .hasSize(1);
            }
            assertThat(token(premises, "revoke", "bob").out()).contains("1 token is revoked");
        }
    }

    private Ran token(Premises premises, String... words) {
        List<String> command = new ArrayList<>(Product.command());
        command.add("token");
        command.addAll(List.of(words));
        Ran ran = Ran.of(command, folder, premises.environment(), LIMIT);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    /** One of this machine beyond loopback, where it has any. */
    private static String ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }
}
