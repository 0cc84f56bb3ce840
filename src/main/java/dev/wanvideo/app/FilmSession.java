package dev.wanvideo.app;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One conversation with the server, held by the official client: ask for a film, wait for it. */
final class FilmSession implements AutoCloseable {
    private static final int WAIT_SECONDS = 30;

    private final McpSyncClient client;
    private final ProgressBar bar;

    private FilmSession(McpSyncClient client, ProgressBar bar) {
        this.client = client;
        this.bar = bar;
    }

    /** What came of a film: the server's own words for it. */
    record Finished(boolean succeeded, String text) {}

    static FilmSession start(List<Path> mediaRoots, ProgressBar bar) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(
                SettingNames.MEDIA_ROOTS,
                mediaRoots.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        ServerParameters server = ServerParameters.builder(ServerProcess.java())
                .args(ServerProcess.arguments())
                .env(environment)
                .build();
        StdioClientTransport transport = new StdioClientTransport(server, McpJsonDefaults.getMapper());
        transport.setStdErrorHandler(System.err::println);
        McpSyncClient client = McpClient.sync(transport)
                .clientInfo(McpSchema.Implementation.builder("wan-video-mcp-try", Release.version())
                        .build())
                .requestTimeout(Duration.ofSeconds(WAIT_SECONDS + 30L))
                .progressConsumer(progress -> bar.show(percent(progress), words(progress)))
                .build();
        client.initialize();
        return new FilmSession(client, bar);
    }

    Finished make(Map<String, Object> request) {
        McpSchema.CallToolResult created = call("create_reference_video", request);
        Optional<String> task = fact(created, "task_id");
        if (task.isEmpty()) {
            return new Finished(false, text(created));
        }
        McpSchema.CallToolResult seen = created;
        while (!ended(seen)) {
            seen = call("get_task", Map.of("task_id", task.get(), "wait_seconds", WAIT_SECONDS, "sheet", "none"));
        }
        boolean succeeded = fact(seen, "status").filter("succeeded"::equals).isPresent();
        if (succeeded) {
            // The client hands its notices over beside its results, so the last one may still be on its way.
            bar.show(
                    100,
                    "succeeded" + fact(seen, "provider").map(" at "::concat).orElse(""));
        }
        bar.end();
        return new Finished(succeeded, text(seen));
    }

    @Override
    public void close() {
        client.closeGracefully();
    }

    private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(McpSchema.CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("film")
                .build());
    }

    private static boolean ended(McpSchema.CallToolResult result) {
        return Boolean.TRUE.equals(result.isError())
                || fact(result, "status").filter(FilmSession::terminal).isPresent();
    }

    private static boolean terminal(String status) {
        return List.of("succeeded", "failed", "cancelled").contains(status);
    }

    private static Optional<String> fact(McpSchema.CallToolResult result, String name) {
        return result.structuredContent() instanceof Map<?, ?> facts
                ? Optional.ofNullable(facts.get(name)).map(Object::toString)
                : Optional.empty();
    }

    private static String text(McpSchema.CallToolResult result) {
        return result.content().stream()
                .filter(McpSchema.TextContent.class::isInstance)
                .map(content -> ((McpSchema.TextContent) content).text())
                .collect(Collectors.joining("\n"));
    }

    private static int percent(McpSchema.ProgressNotification progress) {
        return progress.progress().intValue();
    }

    private static String words(McpSchema.ProgressNotification progress) {
        return progress.message() == null ? "" : progress.message();
    }
}
