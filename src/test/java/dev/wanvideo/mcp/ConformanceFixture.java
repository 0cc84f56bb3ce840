package dev.wanvideo.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.StreamableServer;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the conformance suite wants of a server, on the product's own transport: tools, resources and prompts as {@code
 * conformance/fixture.json} has them.
 */
public final class ConformanceFixture {
    private final JsonNode script;

    private ConformanceFixture(JsonNode script) {
        this.script = script;
    }

    /** Starts one on any free port. */
    public static StreamableServer start() throws IOException {
        ConformanceFixture fixture = new ConformanceFixture(script());
        PreparedAnswers prepared = new PreparedAnswers(
                fixture.script.path("initialize").toString(),
                fixture.script.path("tools").toString().getBytes(UTF_8),
                fixture.script.path("discover").toString());
        return StreamableServer.start(
                HttpSettings.onLoopback(0), prepared, fixture::serve, StreamableServer.Surroundings.NOTHING);
    }

    private StatelessHandler serve(McpStreamableServerTransportProvider provider) {
        FixtureCalls calls = new FixtureCalls(script);
        McpServer.sync(provider)
                .serverInfo("conformance-fixture", "1")
                .capabilities(McpSchema.ServerCapabilities.builder()
                        .tools(false)
                        .logging()
                        .build())
                .immediateExecution(true)
                .validateToolInputs(false)
                .jsonSchemaValidator(
                        (JsonSchemaValidator) (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(""))
                .tools(script.path("tools")
                        .valueStream()
                        .map(tool -> tool.path("name").asString())
                        .map(name -> specification(name, calls))
                        .toList())
                .build();
        return new FixtureAnswers(script);
    }

    private static SyncToolSpecification specification(String name, FixtureCalls calls) {
        McpSchema.Tool tool = McpSchema.Tool.builder(name, Map.<String, Object>of("type", "object"))
                .build();
        return new SyncToolSpecification(tool, (exchange, request) -> calls.call(name, exchange, request));
    }

    private static JsonNode script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ConformanceFixture.class.getResourceAsStream("/conformance/fixture.json"))) {
            return new JsonMapper().readTree(in);
        }
    }

    /** Serves until it is killed, for a look by hand. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.err.println(start().address());
        new CountDownLatch(1).await();
    }
}
