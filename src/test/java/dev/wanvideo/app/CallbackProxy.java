package dev.wanvideo.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands between providers and the server, as a team's proxy does, and remembers what came by. */
final class CallbackProxy implements AutoCloseable {
    private static final List<String> SIGNED = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer front;
    private volatile @Nullable URI server;

    /** One call that came by, and what the server answered. */
    record Call(String path, Map<String, String> headers, byte[] body, int status) {}

    CallbackProxy() throws IOException {
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 20);
        front.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "proxy");
            thread.setDaemon(true);
            return thread;
        }));
        front.createContext("/", this::handle);
        front.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
    }

    void leadTo(URI behind) {
        server = behind;
    }

    /** The next call whose body has this in it. */
    Call next(String text) throws InterruptedException {
        while (true) {
            Call call = calls.poll(60, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("nobody called");
            }
            if (new String(call.body(), java.nio.charset.StandardCharsets.UTF_8).contains(text)) {
                return call;
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Map<String, String> headers = SIGNED.stream()
                .filter(exchange.getRequestHeaders()::containsKey)
                .collect(java.util.stream.Collectors.toMap(
                        name -> name,
                        name -> String.valueOf(exchange.getRequestHeaders().getFirst(name))));
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = passedOn(path, headers, body);
        calls.add(new Call(path, headers, body, status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int passedOn(String path, Map<String, String> headers, byte[] body) throws IOException {
        URI behind = server;
        if (behind == null) {
            return 502;
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(behind.resolve(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Stream.of(headers).forEach(all -> all.forEach(request::header));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        front.stop(0);
    }
}
