package dev.wanvideo.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An MCP server whose only tool reports some progress and then never answers; what it was told is kept in a file. */
final class StubbornServer {
    /** What it says when it was told that nobody waits any longer. */
    static final String CANCELLED = "cancelled";

    private static final JsonMapper JSON = new JsonMapper();

    private StubbornServer() {}

    /** The first argument is where the messages of the client are kept. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode message = JSON.readTree(line);
            Files.writeString(Path.of(args[0]), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            answer(message);
        }
    }

    private static void answer(JsonNode message) {
        switch (message.path("method").asString("")) {
            case "initialize" ->
                reply(
                        message,
                        Map.of(
                                "protocolVersion",
                                "2025-06-18",
                                "capabilities",
                                Map.of("tools", Map.of(), "resources", Map.of()),
                                "serverInfo",
                                Map.of("name", "stubborn", "version", "1"),
                                "instructions",
                                "Wait."));
            case "tools/list" ->
                reply(
                        message,
                        Map.of(
                                "tools",
                                List.of(Map.of(
                                        "name", "get_task",
                                        "description", "Waits.",
                                        "inputSchema", Map.of("type", "object", "properties", Map.of())))));
            case "resources/read" ->
                reply(message, Map.of("contents", List.of(Map.of("uri", "x://guide", "text", "A guide."))));
            case "tools/call" -> progress(message.path("params").path("_meta").path("progressToken"), 40, "running");
            case "notifications/cancelled" -> progress(message.path("params").path("requestId"), 41, CANCELLED);
            default -> {}
        }
    }

    private static void progress(JsonNode token, int percent, String words) {
        write(Map.of(
                "jsonrpc",
                "2.0",
                "method",
                "notifications/progress",
                "params",
                Map.of("progressToken", token, "progress", percent, "total", 100, "message", words)));
    }

    private static void reply(JsonNode request, Map<String, ?> result) {
        write(Map.of("jsonrpc", "2.0", "id", request.path("id"), "result", result));
    }

    private static void write(Map<String, ?> message) {
        System.out.println(JSON.writeValueAsString(message));
    }
}
