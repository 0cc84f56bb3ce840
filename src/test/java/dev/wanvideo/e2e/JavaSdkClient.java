package dev.wanvideo.e2e;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** The client of the Java SDK over its own transports. */
final class JavaSdkClient implements TestClient {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final JsonMapper json = new JsonMapper();
    private final Queue<McpSchema.ProgressNotification> progress = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final McpSyncClient client;

    JavaSdkClient(TappedServer server) {
        this(spawning(server.command()));
    }

    /** The same over the SDK's transport for HTTP. */
    JavaSdkClient(URI address) {
        this(calling(address));
    }

    /** The same with a token that says who calls. */
    JavaSdkClient(URI address, String token) {
        this(HttpClientStreamableHttpTransport.builder(address.resolve("/").toString())
                .endpoint(address.getPath())
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build());
    }

    private JavaSdkClient(McpClientTransport transport) {
        this.client = McpClient.sync(transport)
                .requestTimeout(LIMIT)
                .initializationTimeout(LIMIT)
                .progressConsumer(progress::add)
                .build();
        client.initialize();
    }

    /** The SDK's transport to a server that listens there. */
    static McpClientTransport calling(URI address) {
        return HttpClientStreamableHttpTransport.builder(address.resolve("/").toString())
                .endpoint(address.getPath())
                .build();
    }

    /** The SDK's transport to a server that it starts. */
    static McpClientTransport spawning(List<String> command) {
        ServerParameters parameters = ServerParameters.builder(command.get(0))
                .args(command.subList(1, command.size()))
                .build();
        return new StdioClientTransport(parameters, new JacksonMcpJsonMapper(new JsonMapper()));
    }

    @Override
    public List<String> list() {
        return client.listTools().tools().stream().map(McpSchema.Tool::name).toList();
    }

    @Override
    public Reply call(String tool, Map<String, ?> arguments) {
        return callWithProgress(tool, arguments).reply();
    }

    @Override
    public Heard callWithProgress(String tool, Map<String, ?> arguments) {
        String token = "call-" + calls.incrementAndGet();
        McpSchema.CallToolRequest request = McpSchema.CallToolRequest.builder(tool)
                .arguments(Map.copyOf(arguments))
                .progressToken(token)
                .build();
        Reply reply = new Reply(json.valueToTree(client.callTool(request)));
        List<Double> told = progress.stream()
                .filter(step -> token.equals(step.progressToken()))
                .map(McpSchema.ProgressNotification::progress)
                .toList();
        return new Heard(reply, told);
    }

    /** No class of mcp-core 2.1.0 holds the name of the notification that cancels (read 2026-11-20). */
    @Override
    public void giveUp(String tool, Map<String, ?> arguments) {
        throw new NotOffered("SDK 2.1.0 has no notifications/cancelled, not even when a call times out");
    }

    @Override
    public void close() {
        client.close();
    }
}
