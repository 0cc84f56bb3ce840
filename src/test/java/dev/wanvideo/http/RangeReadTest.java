package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.http.FetchProblem.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RangeReadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] FILE = new byte[300_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")));

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void readsAPartAndTellsTheWhole() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            RangeRead read = fetcher.read(server.uri("/a"), 1000, 500, PATIENCE);

            assertThat(read.bytes()).isEqualTo(Arrays.copyOfRange(FILE, 1000, 1500));
            assertThat(read.start()).isEqualTo(1000);
            assertThat(read.total()).hasValue(FILE.length);
            assertThat(read.ranged()).isTrue();
            assertThat(server.sent()).isEqualTo(500);
        }
    }

    @Test
    void readsFewerBytesAtTheEnd() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            assertThat(fetcher.read(server.uri("/a"), FILE.length - 10, 500, PATIENCE)
                            .bytes())
                    .hasSize(10);
        }
    }

    @Test
    void readsNothingBeyondTheEnd() throws Exception {
        try (FileServer server = new FileServer(FILE)) {
            RangeRead read = fetcher.read(server.uri("/a"), FILE.length, 500, PATIENCE);

            assertThat(read.bytes()).isEmpty();
            assertThat(read.total()).hasValue(FILE.length);
        }
    }

    @Test
    void takesTheFirstBytesOfAServerWithoutRangesAndHangsUp() throws Exception {
        byte[] large = new byte[60_000_000];
        try (FileServer server = new FileServer(large).withoutRanges()) {
            RangeRead read = fetcher.read(server.uri("/a"), 0, 65_536, PATIENCE);

            assertThat(read.bytes()).hasSize(65_536);
            assertThat(read.total()).hasValue(large.length);
            assertThat(read.ranged()).isFalse();
            assertThat(server.sent()).isLessThan(large.length / 2);
        }
    }

    @Test
    void takesNothingElseOfAServerWithoutRanges() throws Exception {
        try (FileServer server = new FileServer(FILE).withoutRanges()) {
            RangeRead read = fetcher.read(server.uri("/a"), 1000, 500, PATIENCE);

            assertThat(read.bytes()).isEmpty();
            assertThat(read.start()).isZero();
        }
    }

    @Test
    void tellsTheWholeOfAShortFileWhoseLengthIsNotAnnounced() throws Exception {
        try (FileServer server = new FileServer(new byte[100]).withoutRanges().withoutLengths()) {
            assertThat(fetcher.read(server.uri("/a"), 0, 500, PATIENCE).total()).hasValue(100);
        }
        try (FileServer server = new FileServer(FILE).withoutRanges().withoutLengths()) {
            assertThat(fetcher.read(server.uri("/a"), 0, 500, PATIENCE).total()).isEmpty();
        }
    }

    @Test
    void followsARedirectAndTellsWhereItLed() throws Exception {
        try (FileServer server = new FileServer(FILE);
                Loopback gate = Loopback.saying(
                        "HTTP/1.1 302 Found\r\nLocation: " + server.uri("/b") + "\r\nContent-Length: 0\r\n\r\n",
                        new byte[0])) {
            assertThat(fetcher.read(gate.uri("/a"), 0, 10, PATIENCE).uri()).isEqualTo(server.uri("/b"));
        }
    }

    @Test
    void refusesARedirectToWhatMayNotBeRead() throws Exception {
        try (Loopback gate = Loopback.saying(
                "HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\nContent-Length: 0\r\n\r\n", new byte[0])) {
            assertThat(problem(gate.uri("/")).kind()).isEqualTo(Kind.FORBIDDEN);
        }
    }

    @Test
    void neverKeepsMoreThanWasAskedFor() throws Exception {
        String head = "HTTP/1.1 206 Part\r\nContent-Range: bytes 0-9/300000\r\nContent-Length: 300000\r\n\r\n";
        try (Loopback server = Loopback.saying(head, FILE)) {
            assertThat(fetcher.read(server.uri("/"), 0, 10, PATIENCE).bytes()).hasSize(10);
        }
    }

    @Test
    void refusesWhatItCannotPlaceOrRead() throws Exception {
        assertRefused("206 Part\r\nContent-Length: 0", Kind.PROTOCOL, "without saying which");
        assertRefused("206 Part\r\nContent-Range: bytes 5-14/100", Kind.PROTOCOL, "another part");
        assertRefused("200 OK\r\nContent-Encoding: gzip", Kind.PROTOCOL, "compressed");
        assertRefused("206 Part\r\nContent-Range: bytes 0-9/100\r\nContent-Encoding: br", Kind.PROTOCOL, "compressed");
        assertRefused("404 None\r\nContent-Length: 0", Kind.NOT_FOUND, "no such file");
        assertRefused("503 Busy\r\nContent-Length: 0", Kind.UNAVAILABLE, "busy");
    }

    @Test
    void knowsWhatMayPass() throws Exception {
        assertThat(problemOf("503 Busy\r\nContent-Length: 0").passing()).isTrue();
        assertThat(problemOf("404 None\r\nContent-Length: 0").passing()).isFalse();
        assertThat(problemOf("200 OK\r\nContent-Length: 500").passing()).isTrue();
        URI nobody;
        try (Loopback server = Loopback.serving(FILE)) {
            nobody = server.uri("/");
        }
        assertThat(problem(nobody).passing()).isFalse();
    }

    private void assertRefused(String answer, Kind kind, String words) throws Exception {
        FetchProblem problem = problemOf(answer);
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem).hasMessageContaining(words);
    }

    private FetchProblem problemOf(String answer) throws Exception {
        try (Loopback server = Loopback.saying("HTTP/1.1 " + answer + "\r\n\r\n", new byte[0])) {
            return problem(server.uri("/"));
        }
    }

    private FetchProblem problem(URI uri) {
        return catchThrowableOfType(FetchProblem.class, () -> fetcher.read(uri, 0, 10, PATIENCE));
    }
}
