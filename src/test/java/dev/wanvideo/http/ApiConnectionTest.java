package dev.wanvideo.http;

import static dev.wanvideo.http.ApiCalls.assertBroken;
import static dev.wanvideo.http.ApiCalls.get;
import static dev.wanvideo.http.ApiCalls.post;
import static dev.wanvideo.http.ApiCalls.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.hostile.HostilePictures;
import dev.wanvideo.http.ApiOutcome.Answered;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What connections that break, stall or babble tell of a call, and that no call is repeated for it. */
final class ApiConnectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private final AddressGuard guard = new AddressGuard(Set.of("127.0.0.1", "provider.example"));
    private final ApiClient client = new ApiClient(guard);

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void doesNotKnowWhenTheServerClosesAfterTheRequest() throws Exception {
        try (ApiServer server = new ApiServer((request, socket) -> false)) {
            assertBroken(client.call(post(server.uri("/"))), "before the");
            assertBroken(client.call(get(server.uri("/"))), "before the");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void doesNotRepeatAPostOnAResetPooledConnection() throws Exception {
        try (ApiServer server = new ApiServer(ApiConnectionTest::resetsTheSecond)) {
            reply(client.call(get(server.uri("/1"))));
            assertThat(server.requests().take()).startsWith("GET /1 ");

            assertBroken(client.call(post(server.uri("/reset"))), "broke");
            assertThat(server.requests().take()).startsWith("POST /reset ");

            reply(client.call(get(server.uri("/2"))));
            assertThat(server.requests().take()).startsWith("GET /2 ");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void doesNotRepeatAGetOnAResetPooledConnection() throws Exception {
        Set<Socket> seen = ConcurrentHashMap.newKeySet();
        try (ApiServer server = new ApiServer((request, socket) -> {
            if (!seen.add(socket)) {
                ApiServer.reset(socket);
                return false;
            }
            ApiServer.say(socket, OK);
            return true;
        })) {
            // A connection comes back to the pool a moment after its answer, so the second call may open another.
            int calls = 1;
            while (client.call(get(server.uri("/"))) instanceof Answered) {
                calls++;
            }
            assertThat(server.requests()).hasSize(calls);
            assertThat(server.connections()).isEqualTo(calls - 1);
        }
    }

    @Test
    void keepsPostsOffConnectionsThatWereUsedBefore() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            while (server.requests().size() == server.connections()) {
                reply(client.call(get(server.uri("/"))));
            }
            int before = server.connections();
            for (int i = 0; i < 10; i++) {
                reply(client.call(post(server.uri("/"))));
            }
            assertThat(server.connections()).isEqualTo(before + 10);
        }
    }

    @Test
    void doesNotTakeHalfABodyForAnAnswer() throws Exception {
        try (ApiServer server = new ApiServer((request, socket) -> {
            ApiServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"task_id\"");
            return false;
        })) {
            assertBroken(client.call(post(server.uri("/"))), "before the whole answer");
        }
    }

    @Test
    void doesNotKnowWhenTheTimeIsUpInMidBody() throws Exception {
        try (ApiServer server = new ApiServer((request, socket) -> {
            ApiServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"task_id\"");
            return true;
        })) {
            assertBroken(client.call(post(server.uri("/"), Duration.ofSeconds(2))), "no whole answer came within 2");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void unpacksNoCompressedAnswer() throws Exception {
        byte[] bomb = HostilePictures.swelling("zTXt");
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: " + bomb.length + "\r\n\r\n";
        try (Loopback server = Loopback.saying(head, bomb)) {
            assertThat(reply(client.call(get(server.uri("/")))).body()).isEqualTo(bomb);
        }
    }

    @Test
    void doesNotReadAHundredMegabytesOfJson() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        try (ApiServer server = new ApiServer((request, socket) -> {
            try {
                ApiServer.say(
                        socket,
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n");
                String piece = " ".repeat(1 << 16);
                while (written.get() < 100 << 20) {
                    ApiServer.say(socket, piece);
                    written.addAndGet(piece.length());
                }
            } finally {
                over.countDown();
            }
            return false;
        })) {
            assertBroken(client.call(post(server.uri("/"))), "longer than 4 MB");
            over.await();
            assertThat(written.get()).isLessThan(50 << 20);
        }
    }

    @Test
    void doesNotUnderstandWhatIsNoHttp() throws Exception {
        try (ApiServer server = new ApiServer((request, socket) -> {
            ApiServer.say(socket, "SSH-2.0-OpenSSH_9.6\r\n\r\n");
            return false;
        })) {
            assertBroken(client.call(post(server.uri("/"))), "could not be understood");
        }
    }

    private static boolean resetsTheSecond(String request, Socket socket) throws IOException {
        if (request.contains("/reset ")) {
            ApiServer.reset(socket);
            return false;
        }
        ApiServer.say(socket, OK);
        return true;
    }
}
