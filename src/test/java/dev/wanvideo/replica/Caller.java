package dev.wanvideo.replica;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the stateless era, which needs no session and so may turn to any replica with any call. */
public final class Caller {
    private static final String ERA = "2026-07-28";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, ?> META = Map.of(
            "io.modelcontextprotocol/protocolVersion",
            ERA,
            "io.modelcontextprotocol/clientInfo",
            Map.of("name", "replicas", "version", "1"),
            "io.modelcontextprotocol/clientCapabilities",
            Map.of());

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger ids = new AtomicInteger();

    /**
     * The facts of a tool's result, an error's too.
     *
     * @throws IOException when the server is not there, went away, or gave no result
     */
    public JsonNode call(URI server, String tool, Map<String, ?> arguments) throws IOException, InterruptedException {
        Map<String, ?> request = Map.of(
                "jsonrpc",
                "2.0",
                "id",
                ids.incrementAndGet(),
                "method",
                "tools/call",
                "params",
                Map.of("_meta", META, "name", tool, "arguments", arguments));
        HttpRequest post = HttpRequest.newBuilder(server)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", ERA)
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool)
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request)))
                .build();
        return facts(client.send(post, HttpResponse.BodyHandlers.ofString()));
    }

    /** The answer is a document, or the last event of a stream. */
    private static JsonNode facts(HttpResponse<String> answer) throws IOException {
        String result = answer.body()
                .lines()
                .map(line -> line.startsWith("data: ") ? line.substring("data: ".length()) : line)
                .filter(line -> line.contains("\"result\""))
                .findFirst()
                .orElseThrow(() -> new IOException("no result but " + answer.statusCode() + " " + answer.body()));
        return JSON.readTree(result).at("/result/structuredContent");
    }

    /** What is served beside {@code /mcp}. */
    public String text(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
