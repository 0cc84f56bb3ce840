package dev.wanvideo.mcp;

import dev.wanvideo.mcp.ToolDefinition.Hints;
import dev.wanvideo.mcp.authoring.PromptShelf;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The server's face: the five tools on the SDK's core. */
public final class McpFace {
    private final Studio studio;
    private final TaskView view;
    private final FilmAnswers films;
    private final ClientPatience patience = new ClientPatience();
    private final List<Tool> tools;

    public McpFace(Studio studio) {
        this(studio, Clock.systemUTC());
    }

    /** @param clock tells which links to films have died */
    McpFace(Studio studio, Clock clock) {
        this.studio = studio;
        this.view = new TaskView(studio.catalogue(), clock);
        this.films = new FilmAnswers(view);
        this.tools = List.of(
                new CreateReferenceVideo(studio, view, new Consent(studio.spending(), clock)),
                new GetTask(studio.tasks(), films),
                new ListProviders(studio.catalogue(), studio.settings(), studio.tasks()),
                new ListTasks(studio.tasks()),
                new CancelTask(studio.tasks(), view));
    }

    /**
     * Answers what comes in through this transport until the transport ends; calls run on the thread that brings them.
     */
    public void serve(McpServerTransportProvider provider) {
        serve(McpServer.sync(provider));
    }

    /** The same for a transport with a session for each client. */
    public void serve(McpStreamableServerTransportProvider provider) {
        serve(McpServer.sync(provider));
    }

    private void serve(McpServer.SyncSpecification<?> server) {
        ServerFacts facts = ServerFacts.read();
        server.serverInfo(facts.implementation())
                .instructions(facts.instructions())
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .jsonMapper(new CallParameters(McpJsonDefaults.getMapper()))
                .immediateExecution(true)
                .requestTimeout(RequestStates.LIFE)
                .validateToolInputs(false)
                .jsonSchemaValidator(new TrustedSchemas())
                .tools(specifications())
                .build();
    }

    /**
     * Answers the stateless era with the same tools, and both eras with resources, prompts and completions; calls
     * run on the thread that brings them.
     *
     * What travels through clients is sealed with the store's secret, which is asked for when there is something to seal.
     */
    public StatelessHandler stateless(Clock clock) {
        PromptResults prompts = new PromptResults(new PromptShelf(studio.tasks()));
        List<ResourceShelf> shelves = List.of(
                new TaskResources(studio.tasks(), view),
                new FilmPieces(studio.tasks()),
                new AuthoringResources(studio.catalogue(), studio.settings(), studio.tasks()),
                new Viewer());
        RunningTasks running = new RunningTasks(studio.tasks(), films);
        return new StatelessFace(
                new StatelessTools(
                        tools, new RequestStates(studio.spending().agreements()::secret, clock), patience, running),
                new SessionTools(tools, patience),
                running,
                new Resources(shelves),
                prompts,
                new Completions(prompts, shelves),
                new TaskListening(studio.tasks(), running),
                new TaskSubscriptions(studio.tasks()));
    }

    List<Tool> tools() {
        return tools;
    }

    private List<SyncToolSpecification> specifications() {
        return tools.stream()
                .map(tool -> new SyncToolSpecification(
                        sdkTool(ToolDefinitions.of(tool.name())), new SdkCall(tool, patience)))
                .toList();
    }

    private static McpSchema.Tool sdkTool(ToolDefinition definition) {
        Hints hints = definition.hints();
        return McpSchema.Tool.builder(
                        definition.name().word(), definition.input().map())
                .description(definition.description())
                .outputSchema(definition.output().map())
                .meta(definition.meta())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(definition.title())
                        .readOnlyHint(hints.readOnly())
                        .destructiveHint(hints.destructive())
                        .idempotentHint(hints.idempotent())
                        .openWorldHint(hints.openWorld())
                        .build())
                .build();
    }

    /**
     * Takes our own schemas and results as they are: tests hold them to the standard, and the SDK's validator would
     * cost a third of a second at every start.
     */
    private static final class TrustedSchemas implements JsonSchemaValidator {
        @Override
        public ValidationResponse validate(Map<String, Object> schema, Object structuredContent) {
            return ValidationResponse.asValid("");
        }

        @Override
        public void assertConforms(String name, Map<String, Object> schema) {}

        @Override
        public ValidationResponse validateSchema(Map<String, Object> schema) {
            return ValidationResponse.asValid("");
        }
    }
}
