package dev.wanvideo.http;

import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The HTTP clients for provider APIs and their threads: no retry, no redirect. What asks for work gets a connection of
 * its own, so that it never goes out on one that the server is just closing; looks share a few.
 */
final class ApiConnections implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern FIELD = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final int MOST_SHARED = 64;
    private static final int LONGEST_HEAD = 64 << 10;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Shorter than the 60 s after which usual load balancers close, which would break a look. */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private static final Duration ACQUIRE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ZERO;
    private static final Duration END = Duration.ofSeconds(2);

    private final LoopResources loop = LoopResources.create("api", 1, 2, true);
    private final ConnectionProvider shared = ConnectionProvider.builder("api")
            .maxConnections(MOST_SHARED)
            .pendingAcquireMaxCount(-1)
            .pendingAcquireTimeout(ACQUIRE)
            .maxIdleTime(IDLE)
            .build();
    private final GuardedResolver resolver;
    private final HttpClient looks;
    private final HttpClient orders;

    ApiConnections(GuardedLookup lookup) {
        this.resolver = new GuardedResolver(lookup);
        this.looks = careful(HttpClient.create(shared));
        this.orders = careful(HttpClient.newConnection());
    }

    private HttpClient careful(HttpClient client) {
        return client.runOn(loop, false)
                .resolver(resolver)
                .disableRetry(true)
                .followRedirect(false)
                .httpResponseDecoder(spec -> spec.maxHeaderSize(LONGEST_HEAD));
    }

    /**
     * Asks once. Cancelling the future ends the exchange.
     *
     * @throws IllegalArgumentException when the call cannot be put into HTTP; nothing is sent then
     */
    CompletableFuture<ApiOutcome> ask(ApiCall call, Departure departure, AnswerIntake intake) {
        Payload body = Payload.of(call.body());
        HttpMethod method = HttpMethod.valueOf(sendable(TOKEN, call.method()));
        Duration connect = CONNECT.compareTo(call.patience()) < 0 ? CONNECT : call.patience();
        return (method.equals(HttpMethod.GET) ? looks : orders)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, connect.toMillis()))
                .headers(headers -> introduce(headers, call, body))
                .request(method)
                .uri(URI.create(call.uri().toASCIIString()))
                .send((request, out) -> written(out, body, departure))
                .response(intake::read)
                .single()
                .toFuture();
    }

    /** Called when there is a connection and its TLS handshake is done, before anything of the request is written. */
    private static Publisher<Void> written(NettyOutbound out, Payload body, Departure departure) {
        if (!departure.depart()) {
            return Mono.error(new CalledOff());
        }
        return body.written(out);
    }

    /** A compressed answer could swell beyond every limit, so none is asked for. */
    private static void introduce(HttpHeaders headers, ApiCall call, Payload body) {
        headers.set(HttpHeaderNames.USER_AGENT, "wan-video-mcp").set(HttpHeaderNames.ACCEPT_ENCODING, "identity");
        body.type().ifPresent(type -> headers.set(HttpHeaderNames.CONTENT_TYPE, type));
        if (!body.empty() || !"GET".equals(call.method())) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length());
        }
        call.headers().forEach((name, value) -> headers.set(sendable(TOKEN, name), sendable(FIELD, value)));
    }

    /** The client itself would let a line break through, and with it headers that nobody meant to send. */
    private static String sendable(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not to be put into HTTP");
        }
        return text;
    }

    @Override
    public void close() {
        shared.dispose();
        loop.disposeLater(QUIET, END).block(END.multipliedBy(2));
        resolver.close();
    }
}
