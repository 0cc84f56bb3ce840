package dev.wanvideo.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.wanvideo.http.AddressGuard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices on their way to a receiver of this machine. */
final class NoticePostTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpServer receiver;
    private volatile int status = 200;

    NoticePostTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        receiver.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @Test
    void bringsTheNoticeAsItIs() throws InterruptedException {
        assertThat(send(Set.of("127.0.0.1"))).isEmpty();
        assertThat(received).containsExactly("POST /hook?x=1 end_1 application/json {\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 400, 404, 410, 500, 503})
    void isNotHeardUnlessItsReceiverSaysSo(int answer) throws InterruptedException {
        status = answer;
        assertThat(send(Set.of("127.0.0.1"))).hasValue("its receiver answered " + answer);
        assertThat(received).as("no redirect is followed").hasSize(1);
    }

    @Test
    void goesToNoInnerAddressUnlessItIsAllowed() throws InterruptedException {
        assertThat(send(Set.of())).isPresent();
        assertThat(received).isEmpty();
    }

    private Optional<String> send(Set<String> allowed) throws InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?x=1");
        try (NoticePost post = new NoticePost(new AddressGuard(allowed), address)) {
            return post.send(Map.of("webhook-id", "end_1"), "{\"a\":1}");
        }
    }
}
