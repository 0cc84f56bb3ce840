package dev.wanvideo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.hostile.HostileRow;
import dev.wanvideo.http.FetchProblem.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a listener where the guard must not let anybody go, and counts its visitors. */
final class FetcherGuardTest {
    private static final FetchLimits LIMITS = FetchLimits.of(1000, Duration.ofSeconds(30));
    private static final Duration LOOKUP = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void reachesNothingThroughAnyHostileAddress() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10]);
                Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), host -> addresses("127.0.0.1"))) {
            for (HostileRow row : HostileRow.of(HostileRow.Kind.URL)) {
                Optional<URI> uri = WebAddress.parse(row.source(port(inside)));
                if (uri.isPresent()) {
                    assertThat(problem(fetcher, uri.get()).kind())
                            .as(row.name())
                            .isEqualTo(Kind.FORBIDDEN);
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void reachesNothingThroughAnyHostileName() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10])) {
            for (HostileRow row : HostileRow.of(HostileRow.Kind.NAME)) {
                try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), leading(row.leadsTo()))) {
                    URI uri = URI.create(row.source(port(inside)));
                    for (int checks = 1; checks < row.leadsTo().size(); checks++) {
                        assertThatCode(() -> fetcher.check(uri, LOOKUP)).doesNotThrowAnyException();
                    }
                    assertThat(problem(fetcher, uri).kind()).as(row.name()).isEqualTo(Kind.FORBIDDEN);
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    /** Answers one after another, the last for ever. */
    private static Names leading(List<List<String>> answers) {
        Deque<List<String>> left = new ArrayDeque<>(answers);
        return host -> addresses(left.size() > 1 ? left.removeFirst() : left.getFirst());
    }

    private static Map<String, String> port(Loopback inside) {
        return Map.of("port", Integer.toString(inside.port()));
    }

    @Test
    void refusesAPublicNameThatLeadsInside() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10]);
                Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), host -> addresses("127.0.0.1"))) {
            FetchProblem problem = problem(fetcher, URI.create("https://127.0.0.1.nip.io:" + inside.port() + "/"));

            assertThat(problem.kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(problem)
                    .hasMessage("the host name leads to an address of this machine; only public addresses are read");
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10]);
                Fetcher fetcher =
                        new Fetcher(new AddressGuard(Set.of()), host -> addresses("93.184.215.14", "127.0.0.1"))) {
            assertThat(problem(fetcher, URI.create("https://example.com:" + inside.port() + "/"))
                            .kind())
                    .isEqualTo(Kind.FORBIDDEN);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void refusesANameThatChangesItsMindAfterTheFirstCheck() throws Exception {
        Iterator<String> answers = List.of("93.184.215.14", "127.0.0.1").iterator();
        try (Loopback inside = Loopback.serving(new byte[10]);
                Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), host -> addresses(answers.next()))) {
            URI uri = URI.create("https://rebind.example:" + inside.port() + "/");

            assertThatCode(() -> fetcher.check(uri, LOOKUP)).doesNotThrowAnyException();
            assertThat(problem(fetcher, uri).kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void connectsToTheCheckedAddressWithoutASecondLookup() throws Exception {
        Iterator<String> answers = List.of("127.0.0.1").iterator();
        try (Loopback server = Loopback.serving(new byte[10]);
                Fetcher fetcher =
                        new Fetcher(new AddressGuard(Set.of("studio.example")), host -> addresses(answers.next()))) {
            URI uri = URI.create("http://studio.example:" + server.port() + "/");

            assertThat(fetcher.fetch(uri, folder.resolve("file"), LIMITS).bytes())
                    .isEqualTo(10);
            assertThat(answers).isExhausted();
        }
    }

    @Test
    void judgesEveryRedirectAnew() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10]);
                Fetcher fetcher = new Fetcher(new AddressGuard(Set.of("127.0.0.1")), host -> addresses("127.0.0.2"))) {
            List<String> targets = List.of(
                    "http://127.0.0.2:%d/",
                    "https://127.0.0.2:%d/",
                    "//127.0.0.2:%d/",
                    "https://localhost:%d/",
                    "https://inside.example:%d/",
                    "http://2130706434:%d/",
                    "http://user@127.0.0.1:%d/");
            for (String target : targets) {
                String location = String.format(target, inside.port());
                try (Loopback outside = Loopback.saying(
                        "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n", new byte[0])) {
                    assertThat(problem(fetcher, outside.uri("/")).kind())
                            .as(location)
                            .isEqualTo(Kind.FORBIDDEN);
                    assertThat(outside.connections()).isOne();
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void saysWhenANameLeadsNowhere() {
        try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), host -> {
            throw new UnknownHostException(host);
        })) {
            FetchProblem problem = problem(fetcher, URI.create("https://nowhere.example/"));

            assertThat(problem.kind()).isEqualTo(Kind.UNRESOLVED);
            assertThat(problem).hasMessage("the host name nowhere.example could not be resolved");
        }
    }

    @Test
    void waitsNoLongerForANameServerThanItsLimit() {
        CountDownLatch never = new CountDownLatch(1);
        try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()), host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[0];
        })) {
            FetchProblem problem = catchThrowableOfType(
                    FetchProblem.class,
                    () -> fetcher.check(URI.create("https://slow.example/"), Duration.ofMillis(50)));

            assertThat(problem.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(problem).hasMessageContaining("slow.example");
        }
    }

    private FetchProblem problem(Fetcher fetcher, URI uri) {
        return catchThrowableOfType(FetchProblem.class, () -> fetcher.fetch(uri, folder.resolve("file"), LIMITS));
    }

    private static InetAddress[] addresses(List<String> texts) throws UnknownHostException {
        return addresses(texts.toArray(String[]::new));
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
