package dev.wanvideo.http;

import static dev.wanvideo.http.ApiCalls.KEY;
import static dev.wanvideo.http.ApiCalls.PATIENCE;
import static dev.wanvideo.http.ApiCalls.assertNotSent;
import static dev.wanvideo.http.ApiCalls.get;
import static dev.wanvideo.http.ApiCalls.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where it is certain that nothing was sent, and said so. */
final class ApiNotSentTest {
    private final AddressGuard guard = new AddressGuard(Set.of("127.0.0.1", "provider.example"));
    private final ApiClient client = new ApiClient(guard);

    @AfterEach
    void end() {
        client.close();
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

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
