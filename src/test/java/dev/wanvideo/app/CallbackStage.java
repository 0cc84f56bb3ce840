package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.sandbox.Pace;
import dev.wanvideo.sandbox.Sandbox;
import dev.wanvideo.sandbox.SandboxSettings;
import dev.wanvideo.transport.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server in this process, behind a proxy, with providers that call back; it looks by itself but hourly. */
final class CallbackStage implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String META = "{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"raw\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    final CallbackProxy proxy = new CallbackProxy();
    final Sandbox sandbox;
    private final HttpService service;
    private final HttpClient client = HttpClient.newHttpClient();

    CallbackStage(Path folder, Pace pace) throws IOException {
        sandbox = Sandbox.start(SandboxSettings.in(folder.resolve("sandbox")).at(pace));
        Map<String, String> variables = new HashMap<>();
        sandbox.environment().values().forEach(variables::putAll);
        variables.put(SettingNames.HOME, folder.resolve("home").toString());
        variables.put(SettingNames.OUTPUT_DIR, folder.resolve("films").toString());
        variables.put(SettingNames.ALLOW_HOSTS, "127.0.0.1");
        variables.put(SettingNames.POLL_SECONDS, "3600");
        variables.put(SettingNames.PUBLIC_URL, proxy.address().toString());
        variables.put("FREEPIK_PRICE_USD_PER_SECOND", "0.10");
        Settings settings = SettingsReader.read(new Flags(Map.of(), List.of()), variables);
        assertThat(settings.problems()).isEmpty();
        service = new HttpService(settings, false);
        service.serve(HttpSettings.onLoopback(0));
        proxy.leadTo(service.address());
    }

    URI server() {
        return service.address();
    }

    /** The facts of a film that was ordered, or of one that was only planned. */
    JsonNode order(String provider, boolean dry) throws IOException, InterruptedException {
        return tool(
                "create_reference_video",
                Map.of(
                        "prompt",
                        "@anna waves",
                        "references",
                        List.of(Map.of("name", "anna", "image", sandbox.address() + "/media/anna.png")),
                        "provider",
                        provider,
                        "dry_run",
                        dry));
    }

    JsonNode look(String task, int seconds) throws IOException, InterruptedException {
        return tool("get_task", Map.of("task_id", task, "wait_seconds", seconds, "sheet", "none"));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode tool(String name, Map<String, Object> arguments) throws IOException, InterruptedException {
        String message = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"_meta\":" + META
                + ",\"name\":\"" + name + "\",\"arguments\":" + JSON.writeValueAsString(arguments) + "}}";
        HttpResponse<String> response = send(HttpRequest.newBuilder(service.address())
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", name)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build());
        JsonNode result = response.body()
                .lines()
                .map(line -> line.startsWith("data: ") ? line.substring(6) : line)
                .filter(line -> line.startsWith("{"))
                .map(JSON::readTree)
                .map(answer -> answer.path("result"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
        return Optional.of(result.path("structuredContent"))
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new AssertionError(result.toString()));
    }

    @Override
    public void close() {
        service.close();
        proxy.close();
        sandbox.close();
    }
}
