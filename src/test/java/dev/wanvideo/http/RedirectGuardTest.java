package dev.wanvideo.http;

import static dev.wanvideo.http.ApiCalls.get;
import static dev.wanvideo.http.ApiCalls.post;
import static dev.wanvideo.http.ApiCalls.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.hostile.HostileRow;
import dev.wanvideo.hostile.HostileRow.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server of the public sends everybody on to each hostile address and name: those who look at a reference, who copy
 * one, who bring a film, and who call an API. A listener where nobody may go counts its visitors.
 */
final class RedirectGuardTest {
    private static final String STUDIO = "studio.example";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final FetchLimits LIMITS = FetchLimits.of(1000, LIMIT);
    private static final AddressGuard GUARD = new AddressGuard(Set.of(STUDIO));

    @TempDir
    private Path folder;

    @Test
    void followsNoneForAReferenceOrAFilm() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10])) {
            for (HostileRow row : HostileRow.of(Kind.URL, Kind.NAME)) {
                try (Loopback outside = sendingTo(row, inside, 302);
                        Fetcher fetcher = new Fetcher(GUARD, host -> leadsTo(row, host))) {
                    URI start = start(outside);
                    assertForbidden(row, () -> fetcher.read(start, 0, 100, LIMIT));
                    assertForbidden(row, () -> fetcher.fetch(start, folder.resolve("file"), LIMITS));
                    assertForbidden(row, () -> fetcher.grow(start, folder.resolve("part"), LIMITS, bytes -> {}));
                    assertThat(outside.connections()).as(row.name()).isEqualTo(3);
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void judgesEveryHopOfAChain() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10]);
                Loopback last = Loopback.saying(
                        "HTTP/1.1 307 Over\r\nLocation: https://10.0.0.1:" + inside.port() + "/\r\n\r\n", new byte[0]);
                Loopback first = Loopback.saying(
                        "HTTP/1.1 301 There\r\nLocation: http://" + STUDIO + ":" + last.port() + "/\r\n\r\n",
                        new byte[0]);
                Fetcher fetcher = new Fetcher(GUARD, host -> addresses("127.0.0.1"))) {
            assertThat(catchThrowableOfType(FetchProblem.class, () -> fetcher.read(start(first), 0, 9, LIMIT)))
                    .hasMessageContaining("it redirects to an address that may not be read: 10.0.0.1 is a private");
            assertThat(last.connections()).isOne();
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void followsNoneWithACallOfAnApi() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10])) {
            for (HostileRow row : HostileRow.of(Kind.URL, Kind.NAME)) {
                for (int status : List.of(302, 307)) {
                    try (Loopback outside = sendingTo(row, inside, status);
                            ApiClient client = new ApiClient(GUARD, host -> leadsTo(row, host))) {
                        ApiCall call = status == 302 ? get(start(outside)) : post(start(outside));
                        assertThat(reply(client.call(call)).status())
                                .as(row.name())
                                .isEqualTo(status);
                        assertThat(outside.connections()).isOne();
                    }
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void sendsNoCallOfAnApiToAnyRow() throws Exception {
        try (Loopback inside = Loopback.serving(new byte[10])) {
            for (HostileRow row : HostileRow.of(Kind.URL, Kind.NAME)) {
                Optional<URI> base = WebAddress.parse(row.source(port(inside)));
                if (base.isPresent()) {
                    try (ApiClient client = new ApiClient(new AddressGuard(Set.of()), host -> leadsTo(row, host))) {
                        assertThat(client.call(post(base.get()))).as(row.name()).isInstanceOf(ApiOutcome.NotSent.class);
                    }
                }
            }
            assertThat(inside.connections()).isZero();
        }
    }

    private static void assertForbidden(HostileRow row, ThrowingCallable asking) {
        FetchProblem problem = catchThrowableOfType(FetchProblem.class, asking);
        assertThat(problem).as(row.name()).isNotNull();
        assertThat(problem.kind()).as(row.name()).isEqualTo(FetchProblem.Kind.FORBIDDEN);
    }

    private static Loopback sendingTo(HostileRow row, Loopback inside, int status) throws Exception {
        return Loopback.saying(
                "HTTP/1.1 " + status + " Over there\r\nLocation: " + row.source(port(inside))
                        + "\r\nContent-Length: 0\r\n\r\n",
                new byte[0]);
    }

    private static URI start(Loopback outside) {
        return URI.create("http://" + STUDIO + ":" + outside.port() + "/");
    }

    /** What the row's name leads to in the end; the studio, and what leads nowhere, are on this machine. */
    private static InetAddress[] leadsTo(HostileRow row, String host) throws UnknownHostException {
        int answers = row.leadsTo().size();
        return host.equals(STUDIO) || answers == 0
                ? addresses("127.0.0.1")
                : addresses(row.leadsTo().get(answers - 1).toArray(String[]::new));
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    private static Map<String, String> port(Loopback inside) {
        return Map.of("port", Integer.toString(inside.port()));
    }
}
