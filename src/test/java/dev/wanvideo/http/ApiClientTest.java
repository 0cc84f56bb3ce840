package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiOutcome.Answered;
import dev.wanvideo.http.ApiOutcome.Broken;
import dev.wanvideo.http.ApiOutcome.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiClientTest {
    private static final String KEY = "sk-very-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

    private final AddressGuard guard = new AddressGuard(Set.of("127.0.0.1", "provider.example"));
    private final ApiClient client = new ApiClient(guard);

    @AfterEach
    void end() {
        client.close();
    }

    @Test
    void bringsTheWholeAnswer() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 422 No\r\nX-One: 1\r\nX-ONE: 2", "{\"error\":\"straße\"}")) {
            ApiReply reply = reply(client.call(post(server.uri("/v1"))));

            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.text()).isEqualTo("{\"error\":\"straße\"}");
            assertThat(reply.header("x-one")).hasValue("1, 2");
        }
    }

    @Test
    void sendsExactlyTheBytesAndHeadersOfThePost() throws Exception {
        String json = "{\"prompt\":\"straße 图1 \\u0041\",\"b\":1,\"a\":2}";
        Map<String, String> headers = Map.of("Authorization", "Bearer " + KEY, "X-DashScope-Async", "enable");
        try (ApiServer server = ApiServer.json("{}")) {
            URI uri = server.uri("/a/b?c=%2F&d=e%20f");
            client.call(new ApiCall("POST", uri, headers, Optional.of(json), PATIENCE));

            String request = server.requests().take();
            assertThat(request)
                    .startsWith("POST /a/b?c=%2F&d=e%20f HTTP/1.1\r\n")
                    .endsWith("\r\n\r\n" + json);
            assertThat(request.substring(0, request.indexOf("\r\n\r\n")).lines().skip(1))
                    .containsExactlyInAnyOrder(
                            "user-agent: wan-video-mcp",
                            "accept-encoding: identity",
                            "content-type: application/json",
                            "content-length: " + json.getBytes(StandardCharsets.UTF_8).length,
                            "accept: */*",
                            "host: 127.0.0.1:" + uri.getPort(),
                            "Authorization: Bearer " + KEY,
                            "X-DashScope-Async: enable");
        }
    }

    @Test
    void sendsAPostWithoutABody() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            client.call(new ApiCall("POST", server.uri("/cancel"), Map.of(), Optional.empty(), PATIENCE));

            assertThat(server.requests().take())
                    .contains("content-length: 0\r\n")
                    .doesNotContain("content-type")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void sendsNothingWhereNobodyListens() throws Exception {
        URI nobody;
        try (ApiServer server = ApiServer.json("{}")) {
            nobody = server.uri("/");
        }
        assertNotSent(client.call(post(nobody)), "could not be reached");
        assertNotSent(client.call(get(nobody)), "could not be reached");
    }

    @Test
    void sendsNothingToAHostThatNobodyKnows() throws Exception {
        try (ApiClient lost = new ApiClient(guard, host -> {
            throw new UnknownHostException(host);
        })) {
            assertNotSent(lost.call(post(URI.create("https://provider.example/"))), "could not be resolved");
        }
    }

    @Test
    void sendsNothingWithoutTls() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            URI encrypted = URI.create("https://127.0.0.1:" + server.uri("/").getPort() + "/");

            assertNotSent(client.call(post(encrypted)), "connection");
            assertThat(server.requests().take()).isEmpty();
        }
    }

    @Test
    void sendsNothingPastTheGuard() throws Exception {
        try (ApiServer server = ApiServer.json("{}");
                ApiClient strict = new ApiClient(
                        new AddressGuard(Set.of()), host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")})) {
            int port = server.uri("/").getPort();

            assertNotSent(strict.call(post(server.uri("/"))), "only https");
            assertNotSent(strict.call(post(URI.create("https://inside.example.com:" + port + "/"))), "only public");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void sendsNothingThatIsNoHttp() throws Exception {
        try (ApiServer server = ApiServer.json("{}")) {
            for (String tail : Set.of("\r\nX-Evil: 1", "\n", "\0", "ü")) {
                Map<String, String> split = Map.of("Authorization", KEY + tail);
                ApiOutcome outcome =
                        client.call(new ApiCall("POST", server.uri("/"), split, Optional.of("{}"), PATIENCE));

                assertNotSent(outcome, "cannot be put into HTTP");
                assertThat(outcome.toString()).doesNotContain(KEY);
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void sendsNothingAfterItGaveUpWaitingForTheName() throws Exception {
        CountDownLatch found = new CountDownLatch(1);
        try (ApiServer server = ApiServer.json("{}");
                ApiClient slow = new ApiClient(guard, host -> {
                    waitFor(found);
                    return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
                })) {
            URI uri = URI.create("http://provider.example:" + server.uri("/").getPort() + "/");

            assertNotSent(slow.call(post(uri, Duration.ofMillis(300))), "no connection came about");
            found.countDown();
            assertThat(server.requests().take()).isEmpty();
        }
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
        try (ApiServer server = new ApiServer(ApiClientTest::resetsTheSecond)) {
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
    void bringsHtmlAsItIs() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 502 Bad\r\nContent-Type: text/html", "<html>Oops</html>")) {
            ApiReply reply = reply(client.call(post(server.uri("/"))));

            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.text()).isEqualTo("<html>Oops</html>");
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

    @Test
    void doesNotTakeTheKeyToAnotherHostOnARedirect() throws Exception {
        for (String status : Set.of("301 Moved", "302 Found", "303 See", "307 Again", "308 Always")) {
            try (ApiServer thief = ApiServer.json("{}");
                    ApiServer server =
                            ApiServer.saying("HTTP/1.1 " + status + "\r\nLocation: " + thief.uri("/take"), "moved")) {
                int expected = Integer.parseInt(status.substring(0, 3));

                assertThat(reply(client.call(get(server.uri("/")))).status()).isEqualTo(expected);
                assertThat(reply(client.call(post(server.uri("/")))).status()).isEqualTo(expected);
                assertThat(thief.connections()).isZero();
                assertThat(server.requests()).hasSize(2).allMatch(request -> request.contains(KEY));
            }
        }
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        BlockingQueue<Object> end = new LinkedBlockingQueue<>();
        try (ApiServer server = hanging(begun, hungUp)) {
            Thread thread = new Thread(() -> end.add(endOf(post(server.uri("/")))));
            thread.start();
            begun.await();
            thread.interrupt();

            assertThat(end.take()).isInstanceOf(InterruptedException.class);
            hungUp.await();
        }
    }

    @Test
    void doesNotBeginOnAnInterruptedThread() throws Exception {
        BlockingQueue<Object> end = new LinkedBlockingQueue<>();
        try (ApiServer server = ApiServer.json("{}")) {
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                end.add(endOf(post(server.uri("/"))));
            });
            thread.start();

            assertThat(end.take()).isInstanceOf(InterruptedException.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void endsRunningCallsWhenItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Object> end = new LinkedBlockingQueue<>();
        try (ApiServer server = hanging(begun, new CountDownLatch(1))) {
            Thread thread = new Thread(() -> end.add(endOf(post(server.uri("/")))));
            thread.start();
            begun.await();
            client.close();

            assertThat(end.take()).isEqualTo(new Broken("the program is ending"));
            assertNotSent(client.call(post(server.uri("/"))), "ending");
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

    /** Sends half an answer, then waits until the client hangs up. */
    private static ApiServer hanging(CountDownLatch begun, CountDownLatch hungUp) throws IOException {
        return new ApiServer((request, socket) -> {
            ApiServer.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{");
            begun.countDown();
            while (socket.getInputStream().read() >= 0) {
                begun.countDown();
            }
            hungUp.countDown();
            return false;
        });
    }

    private Object endOf(ApiCall call) {
        try {
            return client.call(call);
        } catch (InterruptedException e) {
            return e;
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ApiCall get(URI uri) {
        return new ApiCall("GET", uri, Map.of("x-api-key", KEY), Optional.empty(), PATIENCE);
    }

    private static ApiCall post(URI uri) {
        return post(uri, PATIENCE);
    }

    private static ApiCall post(URI uri, Duration patience) {
        return new ApiCall("POST", uri, Map.of("x-api-key", KEY), Optional.of("{\"a\":1}"), patience);
    }

    private static ApiReply reply(ApiOutcome outcome) {
        assertThat(outcome).isInstanceOf(Answered.class);
        return ((Answered) outcome).reply();
    }

    private static void assertNotSent(ApiOutcome outcome, String words) {
        assertThat(outcome).isInstanceOf(NotSent.class);
        assertThat(((NotSent) outcome).why()).contains(words);
    }

    private static void assertBroken(ApiOutcome outcome, String words) {
        assertThat(outcome).isInstanceOf(Broken.class);
        assertThat(((Broken) outcome).why()).contains(words);
    }
}
