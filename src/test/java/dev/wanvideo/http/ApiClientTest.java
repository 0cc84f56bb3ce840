package dev.wanvideo.http;

import static dev.wanvideo.http.ApiCalls.KEY;
import static dev.wanvideo.http.ApiCalls.PATIENCE;
import static dev.wanvideo.http.ApiCalls.assertNotSent;
import static dev.wanvideo.http.ApiCalls.get;
import static dev.wanvideo.http.ApiCalls.post;
import static dev.wanvideo.http.ApiCalls.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiOutcome.Broken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApiClientTest {
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
    void bringsHtmlAsItIs() throws Exception {
        try (ApiServer server = ApiServer.saying("HTTP/1.1 502 Bad\r\nContent-Type: text/html", "<html>Oops</html>")) {
            ApiReply reply = reply(client.call(post(server.uri("/"))));

            assertThat(reply.status()).isEqualTo(502);
            assertThat(reply.text()).isEqualTo("<html>Oops</html>");
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
}
