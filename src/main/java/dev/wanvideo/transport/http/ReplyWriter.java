package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.http.server.HttpServerResponse;

/** Writes replies as fast as their clients take them. */
final class ReplyWriter {

    /** Small, so that each piece counts as progress of a slow client. */
    private static final int PIECE = 64 * 1024;

    /** Brings the head of a stream on its way. */
    private static final byte[] BEGINNING = ":\n\n".getBytes(UTF_8);

    private final Duration heartbeat;
    private final ScheduledExecutorService timer;
    private final Set<Object> writing = ConcurrentHashMap.newKeySet();

    ReplyWriter(Duration heartbeat, ScheduledExecutorService timer) {
        this.heartbeat = heartbeat;
        this.timer = timer;
    }

    Mono<Void> write(Reply reply, HttpServerResponse response) {
        reply.headers().forEach(response::header);
        Mono<Void> written = reply instanceof Reply.Stream stream
                ? stream(stream.outlet(), response)
                : document((Reply.Document) reply, response);
        Object token = new Object();
        writing.add(token);
        return written.doFinally(signal -> writing.remove(token));
    }

    /** Whether every reply has been handed over. */
    boolean isIdle() {
        return writing.isEmpty();
    }

    private static Mono<Void> document(Reply.Document document, HttpServerResponse response) {
        byte[] body = document.body();
        response.status(document.status());
        if (document.status() != 204) {
            response.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
        }
        if (body.length == 0) {
            return response.send().then();
        }
        response.header(HttpHeaderNames.CONTENT_TYPE, document.type())
                .header(HttpHeaderNames.CACHE_CONTROL, "no-store");
        Flux<ByteBuf> pieces = Flux.range(0, (body.length + PIECE - 1) / PIECE)
                .map(piece ->
                        Unpooled.wrappedBuffer(body, piece * PIECE, Math.min(PIECE, body.length - piece * PIECE)));
        return response.send(pieces).then();
    }

    private Mono<Void> stream(Outlet outlet, HttpServerResponse response) {
        response.status(200)
                .header(HttpHeaderNames.CONTENT_TYPE, Media.EVENTS)
                .header(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
        ScheduledFuture<?> beats = timer.scheduleAtFixedRate(
                outlet::beat, heartbeat.toMillis(), heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        Flux<ByteBuf> frames = Flux.just(BEGINNING).concatWith(outlet.frames()).map(Unpooled::wrappedBuffer);
        return response.send(frames, frame -> true).then().doFinally(signal -> {
            beats.cancel(false);
            if (signal != SignalType.ON_COMPLETE) {
                outlet.gone();
            }
        });
    }
}
