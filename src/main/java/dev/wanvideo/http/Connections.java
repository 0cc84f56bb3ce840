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
    private static final Set<Integer> BRING_A_BODY = Set.of(200, 206);
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

    /** Asks once, and gives the answer to the intake. Cancelling the future ends the connection. */
    CompletableFuture<Reply> ask(URI uri, FetchLimits limits, Intake intake) {
        return client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connect().toMillis())
                .responseTimeout(limits.silence())
                .headers(headers -> intake.asks().forEach(headers::set))
                .get()
                .uri(uri)
                .response((response, content) -> read(uri, response, content, intake))
                .single()
                .toFuture();
    }

    /** What is sent compressed is not taken, so it is not asked for either. */
    private static void introduce(HttpHeaders headers) {
        headers.set(HttpHeaderNames.USER_AGENT, "wan-video-mcp")
                .set(HttpHeaderNames.ACCEPT, "*/*")
                .set(HttpHeaderNames.ACCEPT_ENCODING, "identity");
    }

    private static Mono<Reply> read(URI uri, HttpClientResponse response, ByteBufFlux content, Intake intake) {
        try {
            Head head = new Head(response.status().code(), response.responseHeaders());
            if (MOVED.contains(head.status())) {
                return Mono.just(moved(uri, head.headers()));
            }
            if (BRING_A_BODY.contains(head.status())) {
                head.refuseCompressed();
            }
            return switch (intake.begin(head)) {
                case TAKEN -> taken(content, intake);
                case NEEDLESS -> Mono.just(new Reply.Whole());
                case ASK_AGAIN -> Mono.just(new Reply.Again());
            };
        } catch (FetchProblem e) {
            return Mono.error(e);
        }
    }

    private static Mono<Reply> taken(ByteBufFlux content, Intake intake) {
        Flux<Object> rest = content.asByteArray().handle((chunk, sink) -> take(intake, chunk, sink));
        return rest.then(Mono.just(new Reply.Whole()));
    }

    private static Reply moved(URI from, HttpHeaders headers) throws FetchProblem {
        String location = headers.get(HttpHeaderNames.LOCATION, "");
        return WebAddress.resolve(from, location)
                .map(Reply.Moved::new)
                .orElseThrow(() -> new FetchProblem(Kind.FORBIDDEN, "it redirects to what is no web address"));
    }

    private static void take(Intake intake, byte[] chunk, SynchronousSink<Object> sink) {
        try {
            if (!intake.take(chunk)) {
                sink.complete();
            }
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
