package dev.wanvideo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A session with a server over Streamable HTTP. */
final class HttpTalk {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger ids = new AtomicInteger();
    private final URI address;
    private final Optional<String> session;

    HttpTalk(URI address) throws IOException, InterruptedException {
        this.address = address;
        HttpResponse<String> begun = post(
                Optional.empty(),
                request(
                        "initialize",
                        "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"bench\","
                                + "\"version\":\"1\"}}"));
        session = begun.headers().firstValue("mcp-session-id");
        post(session, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    /** The answer to a tool call, as it came. */
    String call(String params) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(session, request("tools/call", params));
        if (!answer.body().contains("\"result\"")) {
            throw new IOException("no result but " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** Seconds in all, and milliseconds of each call, when so many callers make so many calls together. */
    Load calls(String params, int count, int callers) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        AtomicInteger left = new AtomicInteger(count);
        long start = System.nanoTime();
        try {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                all.add(threads.submit(() -> {
                    List<Double> millis = new ArrayList<>();
                    while (left.getAndDecrement() > 0) {
                        long begun = System.nanoTime();
                        call(params);
                        millis.add((System.nanoTime() - begun) / 1e6);
                    }
                    return millis;
                }));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> one : all) {
                millis.addAll(one.get());
            }
            return new Load((System.nanoTime() - start) / 1e9, millis);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    record Load(double seconds, List<Double> millis) {}

    private String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + ids.incrementAndGet() + ",\"method\":\"" + method + "\",\"params\":"
                + params + "}";
    }

    private HttpResponse<String> post(Optional<String> known, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        known.ifPresent(id -> request.header("Mcp-Session-Id", id));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
