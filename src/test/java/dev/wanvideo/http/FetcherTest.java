package dev.wanvideo.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.http.FetchProblem.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetcherTest {
    private static final byte[] BODY = "a picture, let us say".getBytes(US_ASCII);
    private static final FetchLimits LIMITS = FetchLimits.of(1000, Duration.ofSeconds(30));

    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void bringsTheFileAndNothingElse() throws Exception {
        try (Loopback server = Loopback.serving(BODY)) {
            Download download = fetcher.fetch(server.uri("/a.png"), target(), LIMITS);

            assertThat(download).isEqualTo(new Download(target(), BODY.length));
            assertThat(target()).hasBinaryContent(BODY);
            assertThat(folder.toFile().list()).containsExactly("file");
        }
    }

    @Test
    void asksForNoCompressionAndCarriesNoSecrets() throws Exception {
        BlockingQueue<String> heads = new LinkedBlockingQueue<>();
        try (Loopback server = new Loopback((head, socket) -> {
            heads.add(head);
            Loopback.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", new byte[0]);
        })) {
            fetcher.fetch(server.uri("/a?b=%2F"), target(), LIMITS);

            assertThat(heads.take())
                    .startsWith("GET /a?b=%2F HTTP/1.1")
                    .containsIgnoringCase("accept-encoding: identity")
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (Loopback server = Loopback.serving(new byte[1000])) {
            assertThat(fetcher.fetch(server.uri("/"), target(), LIMITS).bytes()).isEqualTo(1000);
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLong() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", new byte[0])) {
            assertProblem(server.uri("/"), Kind.TOO_LARGE, "the file is longer than 1000 bytes");
        }
    }

    @Test
    void refusesABodyThatTurnsOutTooLong() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", new byte[100_000])) {
            assertProblem(server.uri("/"), Kind.TOO_LARGE, "longer than 1000 bytes");
        }
    }

    @Test
    void refusesABodyThatGrowsWithoutEnd() throws Exception {
        try (Loopback server = new Loopback((head, socket) -> {
            Loopback.say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", new byte[0]);
            while (true) {
                Loopback.say(socket, "40\r\n" + "x".repeat(64) + "\r\n", new byte[0]);
            }
        })) {
            assertProblem(server.uri("/"), Kind.TOO_LARGE, "longer than 1000 bytes");
        }
    }

    @Test
    void neverCallsATruncatedBodyAFile() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", BODY)) {
            assertProblem(server.uri("/"), Kind.UNAVAILABLE, "before the end");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void refusesACompressedBody() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", BODY)) {
            assertProblem(server.uri("/"), Kind.PROTOCOL, "compressed");
        }
    }

    @Test
    void namesEveryStatusThatBringsNoFile() throws Exception {
        assertStatus("404 Not Found", Kind.NOT_FOUND);
        assertStatus("410 Gone", Kind.NOT_FOUND);
        assertStatus("403 Forbidden", Kind.NOT_FOUND);
        assertStatus("401 Unauthorized", Kind.NOT_FOUND);
        assertStatus("429 Too Many Requests", Kind.UNAVAILABLE);
        assertStatus("500 Oops", Kind.UNAVAILABLE);
        assertStatus("503 Busy", Kind.UNAVAILABLE);
        assertStatus("204 No Content", Kind.PROTOCOL);
        assertStatus("206 Partial Content", Kind.PROTOCOL);
        assertStatus("304 Not Modified", Kind.PROTOCOL);
    }

    @Test
    void saysWhenItIsNoHttpAtAll() throws Exception {
        try (Loopback server = Loopback.saying("SSH-2.0-OpenSSH_9.6\r\n\r\n", BODY)) {
            assertProblem(server.uri("/"), Kind.PROTOCOL, "could not be understood");
        }
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        URI nobody;
        try (Loopback server = Loopback.serving(BODY)) {
            nobody = server.uri("/");
        }
        assertProblem(nobody, Kind.UNAVAILABLE, "could not be reached");
    }

    @Test
    void saysWhenTheServerDoesNotSpeakHttps() throws Exception {
        try (Loopback server = Loopback.serving(BODY)) {
            URI encrypted = URI.create("https://127.0.0.1:" + server.port() + "/");

            assertProblem(encrypted, Kind.UNAVAILABLE, "no secure connection");
        }
    }

    @Test
    void endsASlowBodyWhenTheTimeIsUp() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Loopback server = dripping(new CountDownLatch(1), over)) {
            FetchLimits hurried = FetchLimits.of(1000, Duration.ofMillis(1500));

            FetchProblem problem = problem(server.uri("/"), hurried);

            assertThat(problem.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(problem).hasMessageContaining("did not arrive within 1 seconds");
            over.await();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        BlockingQueue<Exception> outcome = new LinkedBlockingQueue<>();
        try (Loopback server = dripping(begun, over)) {
            Thread thread = new Thread(() -> {
                try {
                    fetcher.fetch(server.uri("/"), target(), LIMITS);
                } catch (FetchProblem | InterruptedException e) {
                    outcome.add(e);
                }
            });
            thread.start();
            begun.await();
            thread.interrupt();

            assertThat(outcome.take()).isInstanceOf(InterruptedException.class);
            over.await();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void endsRunningFetchesWhenItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        BlockingQueue<Exception> outcome = new LinkedBlockingQueue<>();
        try (Loopback server = dripping(begun, new CountDownLatch(1))) {
            Thread thread = new Thread(() -> {
                try {
                    fetcher.fetch(server.uri("/"), target(), LIMITS);
                } catch (FetchProblem | InterruptedException e) {
                    outcome.add(e);
                }
            });
            thread.start();
            begun.await();
            fetcher.close();

            assertThat(outcome.take()).isInstanceOf(FetchProblem.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws Exception {
        try (Loopback server = new Loopback((head, socket) -> {
            int left = Integer.parseInt(head.substring("GET /".length(), head.indexOf(" HTTP")));
            Loopback.say(
                    socket,
                    left == 0
                            ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 302 Found\r\nLocation: /" + (left - 1) + "\r\nContent-Length: 0\r\n\r\n",
                    new byte[0]);
        })) {
            assertThat(fetcher.fetch(server.uri("/3"), target(), LIMITS).bytes())
                    .isZero();
            assertThat(server.connections()).isEqualTo(4);
            Files.delete(target());
            assertProblem(server.uri("/4"), Kind.FORBIDDEN, "redirects more than 3 times");
            assertThat(server.connections()).isEqualTo(8);
        }
    }

    @Test
    void refusesARedirectWithoutAnAddress() throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", BODY)) {
            assertProblem(server.uri("/"), Kind.FORBIDDEN, "no web address");
        }
    }

    @Test
    void leavesAnOlderFileAloneWhenItFails() throws Exception {
        Files.write(target(), BODY);
        try (Loopback server = Loopback.saying("HTTP/1.1 404 Gone\r\nContent-Length: 0\r\n\r\n", new byte[0])) {
            assertThat(problem(server.uri("/"), LIMITS).kind()).isEqualTo(Kind.NOT_FOUND);
            assertThat(target()).hasBinaryContent(BODY);
        }
    }

    @Test
    void saysWhenTheFileCannotBeKept() throws Exception {
        Path blocked = Files.createFile(folder.resolve("blocked"));
        try (Loopback server = Loopback.serving(BODY)) {
            FetchProblem problem = catchThrowableOfType(
                    FetchProblem.class, () -> fetcher.fetch(server.uri("/"), blocked.resolve("file"), LIMITS));

            assertThat(problem.kind()).isEqualTo(Kind.DISK);
            assertThat(problem.getMessage()).doesNotContain(folder.toString());
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void fetchesNothingAfterItsEnd() throws Exception {
        try (Loopback server = Loopback.serving(BODY)) {
            fetcher.close();

            assertProblem(server.uri("/"), Kind.UNAVAILABLE, "ending");
        }
    }

    private void assertStatus(String status, Kind kind) throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n", new byte[0])) {
            assertProblem(server.uri("/"), kind, "status " + status.substring(0, 3));
        }
    }

    private void assertProblem(URI uri, Kind kind, String words) {
        FetchProblem problem = problem(uri, LIMITS);
        assertThat(problem.kind()).as(problem.getMessage()).isEqualTo(kind);
        assertThat(problem).hasMessageContaining(words);
        assertThat(folder).isEmptyDirectory();
    }

    private FetchProblem problem(URI uri, FetchLimits limits) {
        return catchThrowableOfType(FetchProblem.class, () -> fetcher.fetch(uri, target(), limits));
    }

    /** Sends the first bytes of a longer body, then waits until the client hangs up. */
    private static Loopback dripping(CountDownLatch begun, CountDownLatch over) throws IOException {
        return new Loopback((head, socket) -> {
            Loopback.say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", BODY);
            begun.countDown();
            while (socket.getInputStream().read() >= 0) {
                begun.countDown();
            }
            over.countDown();
        });
    }

    private Path target() {
        return folder.resolve("file");
    }
}
