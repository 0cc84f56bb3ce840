package dev.wanvideo.e2e;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpCallContext;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpClientListener;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** LangChain4j's client. It cancels a call when the time for tools is over, and in no other way. */
final class LangChainClient implements TestClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration IMPATIENCE = Duration.ofSeconds(2);

    private final JsonMapper json = new JsonMapper();
    private final Queue<Double> progress = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> answers = new ConcurrentLinkedQueue<>();
    private final Supplier<McpTransport> transports;
    private final McpClient client;

    LangChainClient(TappedServer server) {
        this(() -> StdioMcpTransport.builder().command(server.command()).build());
    }

    /** The same over HTTP. */
    LangChainClient(URI address) {
        this(() -> StreamableHttpMcpTransport.builder().url(address.toString()).build());
    }

    private LangChainClient(Supplier<McpTransport> transports) {
        this.transports = transports;
        this.client = connect(PATIENCE);
    }

    @Override
    public List<String> list() {
        return client.listTools().stream().map(ToolSpecification::name).toList();
    }

    @Override
    public Reply call(String tool, Map<String, ?> arguments) {
        return callWithProgress(tool, arguments).reply();
    }

    @Override
    public Heard callWithProgress(String tool, Map<String, ?> arguments) {
        progress.clear();
        answers.clear();
        Reply reply = replyTo(request(tool, arguments));
        return new Heard(reply, List.copyOf(progress));
    }

    @Override
    public void giveUp(String tool, Map<String, ?> arguments) {
        try (McpClient impatient = connect(IMPATIENCE)) {
            impatient.executeTool(request(tool, arguments));
        } catch (Exception e) {
            throw new AssertionError("the client did not give up quietly", e);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new AssertionError("the client did not close", e);
        }
    }

    /** A result that is an error is thrown, with the structured content as its only words. */
    private Reply replyTo(ToolExecutionRequest request) {
        try {
            ToolExecutionResult seen = client.executeTool(request);
            JsonNode whole = answers.remove().path("result");
            if (!json.readTree(seen.resultText()).equals(whole.path("structuredContent"))) {
                throw new AssertionError("the model would read something else: " + seen.resultText());
            }
            return new Reply(whole);
        } catch (ToolExecutionException e) {
            JsonNode facts = json.readTree(String.valueOf(e.getMessage()));
            return new Reply(json.valueToTree(Map.of("isError", true, "structuredContent", facts)));
        }
    }

    private ToolExecutionRequest request(String tool, Map<String, ?> arguments) {
        return ToolExecutionRequest.builder()
                .name(tool)
                .arguments(json.writeValueAsString(arguments))
                .build();
    }

    private McpClient connect(Duration limit) {
        return DefaultMcpClient.builder()
                .transport(transports.get())
                .initializationTimeout(PATIENCE)
                .toolExecutionTimeout(limit)
                .autoHealthCheck(false)
                .progressHandler(step -> progress.add(step.progress()))
                .listener(new Answers())
                .build();
    }

    /** Keeps what came with a result beside that which a model is shown: text and pictures. */
    private final class Answers implements McpClientListener {
        @Override
        public void afterExecuteTool(McpCallContext call, ToolExecutionResult result, Map<String, Object> raw) {
            answers.add(json.valueToTree(raw));
        }
    }
}
