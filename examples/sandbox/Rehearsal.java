// Rehearses an agent: runs a command of yours while the sandbox plays every paid provider, with the faults you order, then
// shows what was bought. No key is needed and no money is spent.
//
//   java -cp target/wan-video-mcp.jar examples/sandbox/Rehearsal.java evolink=rate-limit:1x@create -- \
//     java -cp target/wan-video-mcp.jar examples/dialogue/DialogueFilm.java "$PWD/examples" auto
//
// Before the -- stand faults (GET /_sandbox of a sandbox lists them), after it your command: any client that starts the
// server with the environment that it was given.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public final class Rehearsal {
    private static final JsonMapper JSON = new JsonMapper();

    public static void main(String[] args) throws Exception {
        List<String> words = List.of(args);
        int dashes = words.indexOf("--");
        Path home = Files.createTempDirectory("rehearsal");
        Process sandbox = sandbox(words.subList(0, dashes), home);
        int exit;
        try {
            JsonNode settings = settings(sandbox);
            exit = run(words.subList(dashes + 1, words.size()), settings, home);
            URI books = URI.create(settings.path("EVOLINK_BASE_URL").asString()).resolve("/_sandbox/books");
            show(JSON.readTree(HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(books).build(), BodyHandlers.ofString())
                    .body()));
        } finally {
            sandbox.destroy();
        }
        System.exit(exit);
    }

    /** A film takes two seconds there. */
    private static Process sandbox(List<String> faults, Path home) throws IOException {
        List<String> command = new ArrayList<>(List.of("java", "-jar", System.getProperty("java.class.path")));
        command.addAll(List.of("sandbox", "--port", "0", "--json", "--seconds", "2"));
        command.addAll(List.of("--folder", home.resolve("sandbox").toString()));
        faults.forEach(fault -> command.addAll(List.of("--fault", fault)));
        return new ProcessBuilder(command)
                .redirectError(home.resolve("sandbox.log").toFile())
                .start();
    }

    /** The sandbox prints an env block as soon as it can be called. */
    private static JsonNode settings(Process sandbox) throws IOException {
        BufferedReader out = new BufferedReader(
                new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder block = new StringBuilder();
        String line = out.readLine();
        while (line != null && !line.equals("}")) {
            block.append(line);
            line = out.readLine();
        }
        return JSON.readTree(block.append('}').toString()).path("env");
    }

    /** A home of its own keeps rehearsed films away from real ones. */
    private static int run(List<String> command, JsonNode settings, Path home) throws Exception {
        ProcessBuilder agent = new ProcessBuilder(command).inheritIO();
        Map<String, String> environment = agent.environment();
        settings.properties().forEach(each -> environment.put(each.getKey(), each.getValue().asString()));
        environment.put("WAN_VIDEO_HOME", home.toString());
        environment.put("WAN_VIDEO_OUTPUT_DIR", home.resolve("films").toString());
        return agent.start().waitFor();
    }

    private static void show(JsonNode books) {
        for (JsonNode job : books.path("jobs")) {
            System.out.println("job at " + job.path("provider").asString() + ": " + job.path("state").asString() + ", "
                    + job.path("usd").asString() + " USD, looked at " + job.path("polls").asInt() + " times");
        }
        System.out.println("would have been billed: " + books.path("billed_usd").asString() + " USD");
    }
}
