package dev.wanvideo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** A session of the older era whose client does nothing but listen. */
final class IdleStream implements Flow.Subscriber<String> {
    private static final String VERSION = "2025-11-25";

    private final HttpClient client;
    private final URI address;
    private final String session;
    private final AtomicInteger signs = new AtomicInteger();
    private final CompletableFuture<Long> told = new CompletableFuture<>();
    private volatile boolean ended;

    private IdleStream(HttpClient client, URI address, String session) {
        this.client = client;
        this.address = address;
        this.session = session;
    }

    /** Begins a session and listens. */
    static IdleStream open(HttpClient client, URI address) throws IOException, InterruptedException {
        String greeting = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                + VERSION + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}}}";
        HttpResponse<String> begun = client.send(
                post(address)
                        .POST(HttpRequest.BodyPublishers.ofString(greeting))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String session = begun.headers()
                .firstValue("mcp-session-id")
                .orElseThrow(() -> new IOException("no session but " + begun.statusCode() + " " + begun.body()));
        IdleStream stream = new IdleStream(client, address, session);
        stream.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        stream.listen();
        return stream;
    }

    private static HttpRequest.Builder post(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    /** What the server answers. */
    String send(String message) throws IOException, InterruptedException {
        HttpRequest request = post(address)
                .header("MCP-Protocol-Version", VERSION)
                .header("Mcp-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void listen() {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header("MCP-Protocol-Version", VERSION)
                .header("Mcp-Session-Id", session)
                .GET()
                .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(this))
                .whenComplete((answer, failure) -> ended = true);
    }

    /** Asks to be told of a task that has ended already, which happens at once and over the stream. */
    void askFor(String task) throws IOException, InterruptedException {
        String answer = send(
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"resources/subscribe\",\"params\":{\"uri\":\"wan-video://tasks/"
                        + task + "\"}}");
        if (!answer.contains("\"result\"")) {
            throw new IOException("not subscribed: " + answer);
        }
    }

    /** Lines that have come so far, signs of life among them. */
    int signs() {
        return signs.get();
    }

    /** When it heard of a change, in the time of {@link System#nanoTime}. */
    CompletableFuture<Long> told() {
        return told;
    }

    boolean open() {
        return !ended;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        signs.incrementAndGet();
        if (line.contains("notifications/resources/updated")) {
            told.complete(System.nanoTime());
        }
    }

    @Override
    public void onError(Throwable failure) {
        ended = true;
    }

    @Override
    public void onComplete() {
        ended = true;
    }
}
