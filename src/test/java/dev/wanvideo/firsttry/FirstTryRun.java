package dev.wanvideo.firsttry;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.wanvideo.chat.ModelChoice;
import dev.wanvideo.chat.OpenModel;
import dev.wanvideo.chat.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records and scores the first tries of the model that the settings of {@code chat} name, as environment variables. It
 * costs what the model costs; no film is made and no provider is called. After {@code mvn package}:
 *
 * <pre>java -cp target/test-classes:target/wan-video-mcp.jar dev.wanvideo.firsttry.FirstTryRun target/wan-video-mcp.jar target [REQUEST ...]</pre>
 *
 * <p>Writes {@code first-try-calls.jsonl}, in the format of the recordings, and {@code first-try-run.md} to the folder.
 */
public final class FirstTryRun {
    private static final Duration START = Duration.ofMinutes(1);

    private final Path jar;
    private final Path folder;
    private final Path home;
    private final List<String> wanted;

    private FirstTryRun(Path jar, Path folder, Path home, List<String> wanted) {
        this.jar = jar;
        this.folder = folder;
        this.home = home;
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Selection selection = Selection.of(name -> Optional.ofNullable(System.getenv(name)));
        if (selection instanceof Selection.None none) {
            none.lines().forEach(System.err::println);
            System.exit(2);
        }
        Path home = Files.createTempDirectory("first-try");
        List<String> words = List.of(args);
        FirstTryRun run = new FirstTryRun(
                Path.of(words.get(0)).toAbsolutePath(), Path.of(words.get(1)), home, words.subList(2, words.size()));
        System.out.println(run.score((ModelChoice) selection).table());
        System.exit(0);
    }

    private Score score(ModelChoice choice) throws Exception {
        Map<String, Attempt> attempts = new LinkedHashMap<>();
        StringBuilder recording = new StringBuilder();
        try (McpClient server = server()) {
            List<Request> requests = requests(server);
            ModelTrial trial = new ModelTrial(OpenModel.of(choice), server);
            for (Request request : requests) {
                System.err.println(request.id());
                ObjectNode line = trial.record(request);
                recording.append(line).append('\n');
                attempts.put(request.id(), Attempt.of(line));
            }
            Score score = Score.of(requests, attempts);
            Files.createDirectories(folder);
            write("first-try-calls.jsonl", recording.toString());
            write("first-try-run.md", "Model: " + choice.title() + "\n\n" + score.table());
            return score;
        }
    }

    private List<Request> requests(McpClient server) throws IOException {
        List<Request> requests = FirstTrySet.requests(arguments -> dryRun(server, arguments)).stream()
                .filter(request -> wanted.isEmpty() || wanted.contains(request.id()))
                .toList();
        FirstTrySet.lay(requests, home);
        return requests;
    }

    /** The preview takes what any provider would, and is the only one that needs no key. */
    private static Optional<String> dryRun(McpClient server, JsonNode arguments) {
        ObjectNode dry = ((ObjectNode) arguments.deepCopy()).put("dry_run", true);
        dry.remove("provider");
        try {
            server.executeTool(ToolExecutionRequest.builder()
                    .name(Call.CREATE)
                    .arguments(dry.toString())
                    .build());
            return Optional.empty();
        } catch (ToolExecutionException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /** Knows neither the keys of this user nor the films of this machine. */
    private McpClient server() {
        return DefaultMcpClient.builder()
                .transport(StdioMcpTransport.builder()
                        .command(List.of("env", "-i", "HOME=" + home, "LC_ALL=C.UTF-8", java(), "-jar", jar.toString()))
                        .build())
                .initializationTimeout(START)
                .toolExecutionTimeout(START)
                .autoHealthCheck(false)
                .build();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
