package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.METHOD_NOT_FOUND;
import static dev.wanvideo.transport.Answer.RESOURCE_NOT_FOUND;

import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fixture's resources, prompts and completions in both eras, and its tools in the stateless one. */
final class FixtureAnswers implements StatelessHandler {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");
    private static final Set<String> IN_BOTH_ERAS = Set.of(
            "completion/complete",
            "resources/list",
            "resources/templates/list",
            "resources/read",
            "resources/subscribe",
            "resources/unsubscribe",
            "prompts/list",
            "prompts/get");

    private final JsonMapper json = new JsonMapper();
    private final JsonNode script;
    private final FixtureRounds rounds;
    private final FixtureTasks tasks = new FixtureTasks();
    private final FixtureListeners listeners = new FixtureListeners();

    FixtureAnswers(JsonNode script) {
        this.script = script;
        this.rounds = new FixtureRounds(script.path("rounds"));
    }

    @Override
    public boolean servesBothEras(String method) {
        return IN_BOTH_ERAS.contains(method);
    }

    @Override
    public Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException {
        return switch (request.method()) {
            case "tools/call" -> tool(request);
            case "resources/list" -> cached(request, script.path("resources"));
            case "resources/templates/list" -> cached(request, script.path("templates"));
            case "resources/read" -> read(request);
            case "prompts/list" -> cached(request, script.path("prompts"));
            case "prompts/get" -> prompt(request);
            case "completion/complete" -> Map.of("completion", Map.of("values", List.of(), "hasMore", false));
            case "tasks/get" -> tasks.get(request);
            case "tasks/update" -> tasks.update(request);
            case "tasks/cancel" -> tasks.cancel(request);
            case "subscriptions/listen" -> listeners.listen(request);
            case "resources/subscribe", "resources/unsubscribe" -> legacyOnly(request);
            default -> throw new ProtocolError(METHOD_NOT_FOUND, "There is no method " + request.method());
        };
    }

    private Map<String, Object> tool(StatelessRequest request) throws ProtocolError {
        String name = String.valueOf(request.params().get("name"));
        if (script.path("results").has(name)) {
            return object(script.path("results").path(name));
        }
        if (name.equals("test_tool_with_task")) {
            return rounds.call(request, name, () -> tasks.begin(request, name));
        }
        if (FixtureTasks.TOOLS.contains(name)) {
            return tasks.begin(request, name);
        }
        if (script.path("rounds").has(name)) {
            return rounds.call(request, name, () -> text("state-ok, integrity-ok, capabilities-ok: done"));
        }
        return switch (name) {
            case "greet" -> text("Hello, " + argument(request, "name") + "!");
            case "test_tool_with_progress" -> progress(request);
            case "test_trigger_tool_change" -> listeners.changed("tools");
            case "test_trigger_prompt_change" -> listeners.changed("prompts");
            default -> throw new ProtocolError(INVALID_PARAMS, "Unknown tool: " + name);
        };
    }

    private static Object argument(StatelessRequest request, String name) {
        return request.params().get("arguments") instanceof Map<?, ?> arguments
                ? String.valueOf(arguments.get(name))
                : "";
    }

    private static Map<String, Object> progress(StatelessRequest request) {
        request.progressToken().ifPresent(token -> {
            for (int step : new int[] {0, 50, 100}) {
                request.tell("notifications/progress", Map.of("progressToken", token, "progress", step, "total", 100));
            }
        });
        return text("done");
    }

    private Map<String, Object> read(StatelessRequest request) throws ProtocolError {
        String uri = String.valueOf(request.params().get("uri"));
        Matcher template = TEMPLATE.matcher(uri);
        Map<String, Object> content;
        if (template.matches()) {
            String data = json.writeValueAsString(
                    Map.of("id", template.group(1), "data", "Data for ID: " + template.group(1)));
            content = Map.of("uri", uri, "mimeType", "application/json", "text", data);
        } else if (script.path("contents").has(uri)) {
            content = object(script.path("contents").path(uri));
        } else {
            int code = request.modern() ? INVALID_PARAMS : RESOURCE_NOT_FOUND;
            throw new ProtocolError(code, "Resource not found", Map.of("uri", uri));
        }
        return cached(request, json.valueToTree(Map.of("contents", List.of(content))));
    }

    private Map<String, Object> prompt(StatelessRequest request) throws ProtocolError {
        String name = String.valueOf(request.params().get("name"));
        if (!script.path("messages").has(name)) {
            throw new ProtocolError(INVALID_PARAMS, "Unknown prompt: " + name);
        }
        String messages = script.path("messages").path(name).toString();
        if (request.params().get("arguments") instanceof Map<?, ?> arguments) {
            for (Map.Entry<?, ?> argument : arguments.entrySet()) {
                messages = messages.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
            }
        }
        Map<String, Object> answer = json.readValue(messages, OBJECT);
        return script.path("rounds").has(name) && request.modern() ? rounds.call(request, name, () -> answer) : answer;
    }

    private static Map<String, Object> legacyOnly(StatelessRequest request) throws ProtocolError {
        if (request.modern()) {
            throw new ProtocolError(METHOD_NOT_FOUND, "There is no method " + request.method());
        }
        return Map.of();
    }

    private Map<String, Object> cached(StatelessRequest request, JsonNode result) {
        Map<String, Object> cached = new LinkedHashMap<>(object(result));
        if (request.modern()) {
            cached.put("ttlMs", 60000);
            cached.put("cacheScope", "public");
        }
        return cached;
    }

    private Map<String, Object> object(JsonNode node) {
        return json.convertValue(node, OBJECT);
    }

    private static Map<String, Object> text(String text) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)));
    }
}
