package dev.wanvideo.transport.http;

import static dev.wanvideo.transport.http.HttpWire.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many calls at once, and the end of the server. */
final class LoadAndEndHttpTest {

    private final HttpWire wire = new HttpWire();
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        wire.close();
        clients.shutdownNow();
    }

    @Test
    void twoHundredWaitingCallsKeepNobodyElseWaiting() {
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 200)
                .mapToObj(id ->
                        CompletableFuture.supplyAsync(() -> wire.send(wire.modernCall(id, "wait", "{}")), clients))
                .toList();
        wire.core.awaitWaiting(200);
        assertThat(wire.send(wire.modernCall(1000, "echo", "{}")).statusCode()).isEqualTo(200);
        assertThat(wire.send(wire.modern(1001, "tools/list", "")).statusCode()).isEqualTo(200);
        wire.core.release();
        for (int id = 0; id < 200; id++) {
            assertThat(json(waiting.get(id).join()).path("id").asInt()).isEqualTo(id);
        }
    }

    @Test
    void refusesWhatIsTooMuch() {
        Room narrow = new Room(1024, 100, 10, 10, 1, 1, 1);
        try (HttpWire small = new HttpWire(HttpWire.settings(HttpWire.PATIENT, narrow))) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> small.send(small.modernCall(1, "wait", "{}")), clients);
            small.core.awaitWaiting(1);
            HttpResponse<String> second = small.send(small.modernCall(2, "echo", "{}"));
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.body()).contains("Too many requests in flight, at most 1");
            small.core.release();
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theEndLetsCallsInFlightFinish() {
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> wire.send(wire.modernCall(1, "wait", "{}")), clients);
        wire.core.awaitWaiting(1);
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> wire.server.close(Duration.ofSeconds(60)), clients);
        assertThat(end).isNotDone();
        wire.core.release();
        assertThat(json(call.join()).at("/result/content/0/text").asString()).isEqualTo("released");
        end.join();
        assertThatThrownBy(() -> wire.send(wire.modern(2, "tools/list", "")))
                .isInstanceOf(java.io.UncheckedIOException.class);
    }

    @Test
    void theEndInterruptsWhatTakesTooLongAndSaysGoodbyeToListeners() {
        HttpWire.Events listener = wire.stream(wire.modern(1, "subscriptions/listen", ""));
        listener.message();
        String session = wire.initialize("2025-11-25");
        HttpWire.Events standing = wire.stream(wire.listen(session, null));
        standing.message();
        CompletableFuture<HttpResponse<String>> call =
                CompletableFuture.supplyAsync(() -> wire.send(wire.call(session, 2, "wait", "{}")), clients);
        wire.core.awaitWaiting(2);
        wire.server.close(Duration.ofMillis(1));
        wire.core.awaitInterrupted(2);
        assertThat(call.join().body()).contains("released");
        assertThat(listener.message().path("method").asString()).isEqualTo("notifications/late");
        assertThat(listener.message().at("/result/resultType").asString()).isEqualTo("complete");
        assertThat(listener.next()).isNull();
        assertThat(standing.next()).isNull();
    }

    @Test
    void listensOnLoopbackAlone() {
        HttpSettings open = new HttpSettings("0.0.0.0", 0, Set.of(), Set.of(), Patience.USUAL, Room.USUAL);
        assertThatThrownBy(() -> new HttpWire(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("listens on loopback");
    }
}
