package dev.wanvideo.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model on loopback that says what a script says, as a stream, in the words of OpenAI and of Anthropic. */
public final class ScriptedModel implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<JsonNode> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Map<String, List<String>>> headers = new ConcurrentLinkedQueue<>();
    private final Function<Asked, Said> script;
    private final HttpServer server;

    private ScriptedModel(Function<Asked, Said> script) throws IOException {
        this.script = script;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, new OpenAiWords()));
        server.createContext("/v1/messages", exchange -> answer(exchange, new AnthropicWords()));
        server.start();
    }

    public static ScriptedModel playing(Function<Asked, Said> script) throws IOException {
        return new ScriptedModel(script);
    }

    /** What a model is asked: how many requests came before, what the person said last, the last result of a tool. */
    public record Asked(int number, String person, String result) {
        public JsonNode facts() {
            return JSON.readTree(result);
        }
    }

    /** What a model says: words, a call of a tool, or a status that is no answer. */
    public record Said(int status, String text, String tool, Map<String, ?> arguments) {
        public static Said words(String text) {
            return new Said(200, text, "", Map.of());
        }

        public static Said call(String text, String tool, Map<String, ?> arguments) {
            return new Said(200, text, tool, arguments);
        }

        public static Said refusal(int status, String text) {
            return new Said(status, text, "", Map.of());
        }
    }

    /** How one host puts questions and answers. */
    interface Words {
        Asked read(int number, JsonNode request);

        /** Lines of an event stream. */
        List<String> events(Said said, int number);

        /** The same in one piece. */
        default String whole(Said said, int number) {
            throw new UnsupportedOperationException("only streams are scripted in these words");
        }
    }

    /** The bodies of all requests, in order. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    public List<Map<String, List<String>>> headers() {
        return List.copyOf(headers);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange, Words words) {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            int number = asked.size();
            asked.add(request);
            headers.add(Map.copyOf(exchange.getRequestHeaders()));
            Said said = script.apply(words.read(number, request));
            boolean stream = said.status() == 200 && request.path("stream").asBoolean(false);
            exchange.getResponseHeaders().set("Content-Type", stream ? "text/event-stream" : "application/json");
            exchange.sendResponseHeaders(said.status(), 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body(words, said, number, stream).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Words words, Said said, int number, boolean stream) {
        if (said.status() != 200) {
            return JSON.writeValueAsString(Map.of("error", Map.of("message", said.text())));
        }
        return stream ? String.join("", words.events(said, number)) : words.whole(said, number);
    }

    static String data(Object value) {
        return "data: " + JSON.writeValueAsString(value) + "\n\n";
    }
}
