package dev.wanvideo.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fixture's tools in sessions: they ask the client in the middle of a call. */
final class FixtureCalls {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json = new JsonMapper();
    private final JsonNode script;

    FixtureCalls(JsonNode script) {
        this.script = script;
    }

    CallToolResult call(String name, McpSyncServerExchange exchange, CallToolRequest request) {
        if (script.path("results").has(name)) {
            return json.convertValue(script.path("results").path(name), CallToolResult.class);
        }
        if (script.path("forms").has(name)) {
            return ask(exchange, script.path("forms").path(name), request);
        }
        return switch (name) {
            case "test_tool_with_logging" -> log(exchange);
            case "test_tool_with_progress" -> progress(exchange, request);
            case "test_sampling" -> sample(exchange, request);
            default -> text("This tool is for the stateless era.");
        };
    }

    private CallToolResult ask(McpSyncServerExchange exchange, JsonNode form, CallToolRequest request) {
        Object message =
                request.arguments().getOrDefault("message", form.path("message").asString());
        McpSchema.ElicitResult result = exchange.createElicitation(McpSchema.ElicitFormRequest.builder(
                        String.valueOf(message), json.convertValue(form.path("requestedSchema"), OBJECT))
                .build());
        Object content = result.content() == null ? Map.of() : result.content();
        return text("Elicitation completed: action=" + result.action().name().toLowerCase(java.util.Locale.ROOT)
                + ", content=" + json.writeValueAsString(content));
    }

    private static CallToolResult log(McpSyncServerExchange exchange) {
        for (String step : List.of("started", "processing data", "completed")) {
            exchange.loggingNotification(new McpSchema.LoggingMessageNotification(
                    McpSchema.LoggingLevel.INFO, "fixture", "Tool execution " + step));
        }
        return text("Tool with logging executed successfully");
    }

    private static CallToolResult progress(McpSyncServerExchange exchange, CallToolRequest request) {
        for (double step : new double[] {0, 50, 100}) {
            exchange.progressNotification(
                    new McpSchema.ProgressNotification(request.progressToken(), step, 100.0, "Completed " + step));
        }
        return text("done");
    }

    private static CallToolResult sample(McpSyncServerExchange exchange, CallToolRequest request) {
        McpSchema.SamplingMessage question = new McpSchema.SamplingMessage(
                McpSchema.Role.USER,
                new McpSchema.TextContent(String.valueOf(request.arguments().get("prompt"))));
        McpSchema.CreateMessageResult result = exchange.createMessage(
                McpSchema.CreateMessageRequest.builder(List.of(question), 100).build());
        return text("LLM response: " + (result.content() instanceof McpSchema.TextContent said ? said.text() : ""));
    }

    private static CallToolResult text(String text) {
        return CallToolResult.builder().addTextContent(text).build();
    }
}
