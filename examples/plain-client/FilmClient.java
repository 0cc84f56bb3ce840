// A client without a model: the MCP Java SDK asks for a film, waits for it, prints where it is.
//
//   java -cp target/wan-video-mcp.jar examples/plain-client/FilmClient.java "@anna waves at the door." "$PWD/examples/anna.png"
//
// The jar of the server holds the SDK, so nothing else is needed to try it. A project of yours would depend on
// io.modelcontextprotocol.sdk:mcp.

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

public final class FilmClient {
    /** What nobody knows the outcome of needs a person: the next step says so. */
    private static final List<String> ENDS = List.of("succeeded", "failed", "cancelled", "submission_unknown");

    public static void main(String[] args) {
        ServerParameters command = ServerParameters.builder("java")
                .args("-jar", System.getProperty("java.class.path"))
                .env(System.getenv())
                .build();
        try (McpSyncClient server = McpClient.sync(
                        new StdioClientTransport(command, McpJsonDefaults.getMapper()))
                .requestTimeout(Duration.ofSeconds(90))
                .progressConsumer(step -> System.err.println(step.message()))
                .build()) {
            server.initialize();
            Map<?, ?> film = facts(call(server, "create_reference_video", order(args[0], args[1])));
            while (!ENDS.contains(film.get("status"))) {
                film = facts(call(server, "get_task", Map.of("task_id", film.get("task_id"), "wait_seconds", 30)));
            }
            System.out.println(film.get("status") + ": " + (film.get("video") instanceof Map<?, ?> video
                    ? video.get("path")
                    : film.get("next_step")));
        }
    }

    private static Map<String, Object> order(String prompt, String picture) {
        return Map.of(
                "prompt", prompt,
                "references", List.of(Map.of("name", "anna", "image", picture)),
                "duration", 2,
                "provider", "preview",
                "request_id", "film-" + System.nanoTime());
    }

    private static CallToolResult call(McpSyncClient server, String tool, Map<String, Object> arguments) {
        return server.callTool(CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("film")
                .build());
    }

    /** A refusal says in words what to do, and what it cost. */
    private static Map<?, ?> facts(CallToolResult result) {
        if (Boolean.TRUE.equals(result.isError())) {
            throw new IllegalStateException(result.content().toString());
        }
        return (Map<?, ?>) result.structuredContent();
    }
}
