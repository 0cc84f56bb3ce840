package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The client of the Java SDK over its own stdio transport. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class JavaClientTest {
    private final JsonMapper json = new JsonMapper();
    private final Queue<McpSchema.ProgressNotification> progress = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void makesAFilmAndHearsOfItsProgress() {
        Premises premises = Premises.in(folder);
        try (McpSyncClient client = connect(premises)) {
            FilmChecks.assertFiveTools(client.listTools().tools().stream().map(McpSchema.Tool::name));
            Reply created = call(client, "create_reference_video", TwoCharacters.film(5));
            Reply finished = waitFor(client, created.taskId());
            FilmChecks.assertFilm(finished, premises);
            assertThat(progress)
                    .isNotEmpty()
                    .allSatisfy(step -> assertThat(step.progressToken()).isEqualTo("get_task"));
            assertThat(progress.stream().map(McpSchema.ProgressNotification::progress))
                    .isSorted();
            LeakScan scan = new LeakScan(premises.given(), premises.films());
            assertThat(scan.hits(finished.result())).isEmpty();
            assertThat(errors.stream().flatMap(line -> scan.hits(line).stream()))
                    .isEmpty();
        }
    }

    @Test
    void cancelsAFilmAndFindsNothingLeftOfIt() {
        Premises premises = Premises.in(folder);
        try (McpSyncClient client = connect(premises)) {
            Reply created = call(client, "create_reference_video", TwoCharacters.film(15));
            call(client, "cancel_task", Map.of("task_id", created.taskId()));
            Reply finished = waitFor(client, created.taskId());
            assertThat(finished.status()).as(finished.text()).isEqualTo("cancelled");
            assertThat(finished.facts().path("cost").path("charged").asString(""))
                    .isEqualTo("no");
        }
        assertThat(Files.exists(premises.films()) ? premises.films().toFile().list() : new String[0])
                .isEmpty();
    }

    private McpSyncClient connect(Premises premises) {
        List<String> command = Product.command();
        ServerParameters parameters = ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .env(premises.environment())
                .build();
        StdioClientTransport transport =
                new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new JsonMapper()));
        transport.setStdErrorHandler(errors::add);
        McpSyncClient client = McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .progressConsumer(progress::add)
                .build();
        client.initialize();
        return client;
    }

    private Reply waitFor(McpSyncClient client, String task) {
        Reply seen;
        do {
            seen = call(client, "get_task", Map.of("task_id", task, "wait_seconds", 30));
        } while (!seen.isFinal());
        return seen;
    }

    private Reply call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolRequest request = McpSchema.CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken(tool)
                .build();
        return new Reply(json.valueToTree(client.callTool(request)));
    }
}
