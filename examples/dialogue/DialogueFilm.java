// Two characters talk in three shots: the price first, then the film at no more than that price.
//
//   java -cp target/wan-video-mcp.jar examples/dialogue/DialogueFilm.java "$PWD/examples" preview
//   java -cp target/wan-video-mcp.jar examples/dialogue/DialogueFilm.java "$PWD/examples" auto anna.wav robot.wav
//
// The first word is the folder of the pictures, the second who makes the film (auto costs money when a key is set). Two
// recordings of 2-10 seconds give the characters their voices; without them the provider invents some.

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class DialogueFilm {
    /** Shots that follow each other without a gap, every line quoted, its speaker named, its language told. */
    private static final String PROMPT = "Overall: a warm illustrated film in a small café at dusk, audio in English,"
            + " nobody speaks but the quoted lines."
            + " Shot 1 [0-3s] Medium shot: @anna looks up from her book and asks @robot, \"Is this seat taken?\""
            + " Shot 2 [3-6s] Close-up: @robot tilts its head and answers, \"It was waiting for you.\""
            + " Shot 3 [6-8s] Wide shot of @cafe: @anna laughs and says, \"Then sit down with me.\"";

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
            Map<String, Object> order = order(Path.of(args[0]), args[1], List.of(args).subList(2, args.length));
            Map<?, ?> plan = call(server, "create_reference_video", with(order, "dry_run", true));
            Object price = ((Map<?, ?>) plan.get("cost")).get("quoted_usd_high");
            System.out.println("price: " + price + " USD at " + plan.get("provider"));

            Map<?, ?> film = call(server, "create_reference_video", with(order, "max_cost_usd", price));
            while (!ENDS.contains(film.get("status"))) {
                film = call(server, "get_task", Map.of("task_id", film.get("task_id"), "wait_seconds", 45));
            }
            System.out.println(film.get("status") + ": " + (film.get("video") instanceof Map<?, ?> video
                    ? video.get("path")
                    : film.get("next_step")));
        }
    }

    private static Map<String, Object> order(Path pictures, String provider, List<String> voices) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("prompt", PROMPT);
        order.put(
                "references",
                List.of(
                        speaker("anna", pictures, voices.isEmpty() ? "" : voices.get(0)),
                        speaker("robot", pictures, voices.size() < 2 ? "" : voices.get(1)),
                        Map.of("name", "cafe", "role", "scene", "image", picture("cafe", pictures))));
        order.put("duration", 8);
        order.put("provider", provider);
        order.put("request_id", "dialogue-" + System.nanoTime());
        return order;
    }

    private static Map<String, Object> speaker(String name, Path pictures, String voice) {
        Map<String, Object> speaker = Map.of("name", name, "image", picture(name, pictures));
        return voice.isEmpty() ? speaker : with(speaker, "voice", Path.of(voice).toAbsolutePath().toString());
    }

    private static String picture(String name, Path pictures) {
        return pictures.resolve(name + ".png").toAbsolutePath().toString();
    }

    private static Map<String, Object> with(Map<String, Object> order, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(order);
        changed.put(name, value);
        return changed;
    }

    /** The facts of an answer. A refusal says in words what to do, and what it cost. */
    private static Map<?, ?> call(McpSyncClient server, String tool, Map<String, Object> arguments) {
        CallToolResult result = server.callTool(CallToolRequest.builder(tool)
                .arguments(arguments)
                .progressToken("film")
                .build());
        if (Boolean.TRUE.equals(result.isError())) {
            throw new IllegalStateException(result.content().toString());
        }
        return (Map<?, ?>) result.structuredContent();
    }
}
