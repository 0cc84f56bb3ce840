package dev.wanvideo.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wanvideo.provider.WebhookSignature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One packaged server as a team runs it: probes, metrics, logs for programs, and the news of one preview. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class OperatedServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] SECRET = "a secret of twenty-four!".getBytes(UTF_8);
    private static final String CREATE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"_meta\":{"
                    + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"raw\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}},\"name\":\"create_reference_video\","
                    + "\"arguments\":{\"prompt\":\"Image 1 waves\",\"provider\":\"preview\",\"duration\":2,"
                    + "\"references\":[{\"image\":\"%s\"}]}}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();

    private record News(
            @Nullable String id,
            @Nullable String time,
            @Nullable String signature,
            byte[] body) {}

    @TempDir
    Path folder;

    @Test
    void isWatchedAndTellsOfItsFilms() throws IOException, InterruptedException {
        HttpServer receiver = receiver();
        Process process = start("http://127.0.0.1:" + receiver.getAddress().getPort() + "/news");
        BlockingQueue<JsonNode> log = log(process);
        try {
            String operators = "http://127.0.0.1:" + said(log, "tells operators at port ");
            URI server = URI.create(said(log, "serves MCP at "));
            assertThat(get(server.resolve("/healthz")).statusCode()).isEqualTo(200);
            ready(server.resolve("/readyz"));
            assertThat(get(server.resolve("/metrics")).statusCode()).isEqualTo(404);
            String task = ordered(server);
            News told = news.poll(2, TimeUnit.MINUTES);
            assertThat(told).isNotNull();
            String signature =
                    WebhookSignature.of(SECRET, String.valueOf(told.id()), String.valueOf(told.time()), told.body());
            assertThat(told.signature()).isEqualTo(signature);
            JsonNode body = JSON.readTree(told.body());
            assertThat(body.path("type").asString()).isEqualTo("task.succeeded");
            assertThat(body.at("/data/task_id").asString()).isEqualTo(task);
            assertThat(get(URI.create(operators + "/metrics")).body())
                    .contains("wan_video_tasks{status=\"succeeded\"} 1.0", "wan_video_store_up 1.0")
                    .contains("wan_video_http_requests_seconds_count{path=\"/mcp\",status=\"200\"}")
                    .contains("jvm_memory_used_bytes{");
        } finally {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            receiver.stop(0);
        }
        assertThat(log).allSatisfy(line -> assertThat(line.propertyNames()).contains("timestamp", "level", "message"));
    }

    private String ordered(URI server) throws IOException, InterruptedException {
        Path picture = Path.of(System.getProperty("wanvideo.basedir", "."), "examples");
        HttpRequest request = HttpRequest.newBuilder(server)
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", "create_reference_video")
                .POST(HttpRequest.BodyPublishers.ofString(String.format(CREATE, first(picture))))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        String text = answer.lines()
                .map(line -> line.startsWith("data: ") ? line.substring(6) : line)
                .filter(line -> line.contains("\"result\""))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
        JsonNode facts = JSON.readTree(text).at("/result/structuredContent");
        assertThat(facts.path("task_id").asString()).as(text).isNotEmpty();
        return facts.path("task_id").asString();
    }

    private static Path first(Path examples) throws IOException {
        try (var files = Files.list(examples)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The store is opened behind the first answers. */
    private void ready(URI probe) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(probe);
        for (long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
                answer.statusCode() == 503 && System.nanoTime() < end; ) {
            assertThat(answer.body()).contains("\"store\":\"not_open\"");
            answer = get(probe);
        }
        assertThat(answer.body()).isEqualTo("{\"ready\":true}\n");
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpServer receiver() throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.createContext("/news", exchange -> {
            news.add(new News(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    private Process start(String receiver) throws IOException {
        Premises premises = Premises.in(folder);
        Files.createDirectories(premises.root());
        List<String> command = new ArrayList<>(Product.command());
        command.addAll(List.of("http", "--port", "0", "--metrics-port", "0"));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(premises.root().toFile());
        builder.environment().clear();
        builder.environment().putAll(premises.environment());
        builder.environment().put("WAN_VIDEO_LOG_FORMAT", "json");
        builder.environment().put("WAN_VIDEO_LOG_LEVEL", "debug");
        builder.environment().put("WAN_VIDEO_WEBHOOK_URL", receiver);
        builder.environment()
                .put("WAN_VIDEO_WEBHOOK_SECRET", "whsec_" + Base64.getEncoder().encodeToString(SECRET));
        builder.environment().merge("WAN_VIDEO_ALLOW_HOSTS", "127.0.0.1", (one, other) -> one + "," + other);
        builder.environment()
                .put(
                        "WAN_VIDEO_MEDIA_ROOTS",
                        Path.of(System.getProperty("wanvideo.basedir", "."), "examples")
                                .toAbsolutePath()
                                .toString());
        return builder.start();
    }

    /** Every line of standard error, each of which must be JSON. */
    private static BlockingQueue<JsonNode> log(Process process) {
        BlockingQueue<JsonNode> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader errors = process.errorReader(UTF_8)) {
                        errors.lines()
                                .forEach(line -> lines.add(
                                        line.startsWith("{")
                                                ? JSON.readTree(line)
                                                : JSON.createObjectNode().put("message", "NO JSON: " + line)));
                    } catch (IOException | UncheckedIOException e) {
                        // The process has ended.
                    }
                },
                "stderr");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static String said(BlockingQueue<JsonNode> log, String words) throws InterruptedException {
        for (JsonNode line = log.poll(1, TimeUnit.MINUTES); line != null; line = log.poll(1, TimeUnit.MINUTES)) {
            String message = line.path("message").asString();
            int at = message.indexOf(words);
            if (at >= 0) {
                return message.substring(at + words.length());
            }
        }
        throw new AssertionError("it did not say: " + words);
    }
}
