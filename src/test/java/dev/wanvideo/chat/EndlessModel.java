package dev.wanvideo.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A model that talks, once it may, until nobody listens. */
final class EndlessModel implements AutoCloseable {
    final CountDownLatch asked = new CountDownLatch(1);
    final CountDownLatch mayTalk = new CountDownLatch(1);
    final CountDownLatch nobodyListens = new CountDownLatch(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    EndlessModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::talk);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void talk(HttpExchange exchange) {
        byte[] word = ScriptedModel.data(Map.of(
                        "id", "1", "choices", List.of(Map.of("index", 0, "delta", Map.of("content", "and so on ")))))
                .getBytes(StandardCharsets.UTF_8);
        asked.countDown();
        try (exchange) {
            mayTalk.await();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!Thread.interrupted()) {
                out.write(word);
                out.flush();
            }
        } catch (IOException e) {
            nobodyListens.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
