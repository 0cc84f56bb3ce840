package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.LoopResources;

/** The HTTP client and its threads: one request, one connection, no retry, no redirect of its own accord. */
final class Connections implements AutoCloseable {
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Duration QUIET = Duration.ZERO;
    private static final Duration END = Duration.ofSeconds(2);

    private final LoopResources loop = LoopResources.create("fetch", 1, 2, true);
    private final GuardedResolver resolver;
    private final HttpClient client;

    Connections(GuardedLookup lookup) {
        this.resolver = new GuardedResolver(lookup);
        this.client = HttpClient.newConnection()
                .runOn(loop, false)
                .resolver(resolver)
                .disableRetry(true)
                .followRedirect(false)
                .headers(Connections::introduce);
    }

    /** Asks once; what a 200 brings goes to the body. Cancelling the future ends the connection. */
    CompletableFuture<Reply> ask(URI uri, Duration connect, BodyFile body) {
        return client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect.toMillis())
                .get()
                .uri(uri)
                .response((response, content) -> read(uri, response, content, body))
                .single()
                .toFuture();
    }

    /** A body that is sent compressed could swell beyond every limit, so none is asked for and none is taken. */
    private static void introduce(HttpHeaders headers) {
        headers.set(HttpHeaderNames.USER_AGENT, "wan-video-mcp")
                .set(HttpHeaderNames.ACCEPT, "*/*")
                .set(HttpHeaderNames.ACCEPT_ENCODING, "identity");
    }

    private static Mono<Reply> read(URI uri, HttpClientResponse response, ByteBufFlux content, BodyFile body) {
        try {
            int status = response.status().code();
            if (MOVED.contains(status)) {
                return Mono.just(moved(uri, response.responseHeaders()));
            }
            if (status != 200) {
                throw Troubles.status(status);
            }
            checkHead(response.responseHeaders(), body);
            Flux<Object> rest = content.asByteArray().handle((chunk, sink) -> write(body, chunk, sink));
            return rest.then(Mono.just(new Reply.Whole()));
        } catch (FetchProblem e) {
            return Mono.error(e);
        }
    }

    private static Reply moved(URI from, HttpHeaders headers) throws FetchProblem {
        String location = headers.get(HttpHeaderNames.LOCATION, "");
        return WebAddress.resolve(from, location)
                .map(Reply.Moved::new)
                .orElseThrow(() -> new FetchProblem(Kind.FORBIDDEN, "it redirects to what is no web address"));
    }

    private static void checkHead(HttpHeaders headers, BodyFile body) throws FetchProblem {
        String encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity");
        if (!"identity".equalsIgnoreCase(encoding.strip())) {
            throw new FetchProblem(Kind.PROTOCOL, "the server sends the file compressed although it was asked not to");
        }
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH, "0");
        try {
            body.announce(Long.parseLong(length.strip()));
        } catch (NumberFormatException e) {
            throw new FetchProblem(Kind.PROTOCOL, "the server's answer could not be understood");
        }
    }

    private static void write(BodyFile body, byte[] chunk, SynchronousSink<Object> sink) {
        try {
            body.write(chunk);
        } catch (FetchProblem e) {
            sink.error(e);
        }
    }

    @Override
    public void close() {
        loop.disposeLater(QUIET, END).block(END.multipliedBy(2));
        resolver.close();
    }
}
