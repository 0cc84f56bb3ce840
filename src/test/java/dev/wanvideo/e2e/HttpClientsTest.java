package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Clients that were not written here make a film each through one server over HTTP. */
final class HttpClientsTest {
    private static final String MODERN = "2026-07-28";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyClientMakesAFilm() {
        Map<String, Function<URI, TestClient>> clients = new LinkedHashMap<>();
        clients.put("TypeScript v2, legacy", address -> node(address, "legacy"));
        clients.put("TypeScript v2, auto", address -> node(address, "auto"));
        clients.put("TypeScript v2, pinned", address -> node(address, Map.of("pin", MODERN)));
        clients.put("Java SDK", JavaSdkClient::new);
        clients.put("LangChain4j", LangChainClient::new);
        Premises premises = Premises.in(folder);
        HttpProduct server = HttpProduct.start(premises);
        return clients.entrySet().stream()
                .map(client -> DynamicTest.dynamicTest(
                        client.getKey(), () -> makesAFilm(client.getValue().apply(server.address()), premises)))
                .onClose(server::close);
    }

    private TestClient node(URI address, Object mode) {
        return new NodeClient(Needs.npm(), address, Premises.in(folder), "typescript-v2.mjs", mode);
    }

    private static void makesAFilm(TestClient connected, Premises premises) {
        try (TestClient client = connected) {
            FilmChecks.assertFiveTools(client.list().stream());
            Map<String, Object> film = TwoCharacters.film(2);
            film.put("request_id", "film-" + System.nanoTime());
            Reply reply = client.call("create_reference_video", film);
            assertThat(reply.isError()).as(reply.text()).isFalse();
            String task = reply.taskId();
            while (!reply.isFinal()) {
                TestClient.Heard heard =
                        client.callWithProgress("get_task", Map.of("task_id", task, "wait_seconds", 45));
                reply = heard.reply();
            }
            FilmChecks.assertFilm(reply, premises);
        }
    }
}
