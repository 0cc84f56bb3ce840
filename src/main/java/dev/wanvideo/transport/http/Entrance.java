package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import java.time.Duration;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Where every request comes in: what becomes of it is written, marked for browsers, and counted. */
final class Entrance implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    private static final Logger LOG = LoggerFactory.getLogger("wan-video-mcp.http");

    private final Door door;
    private final CrossOrigin crossOrigin;
    private final ReplyWriter writer;
    private final RequestWatch watch;

    Entrance(Door door, CrossOrigin crossOrigin, ReplyWriter writer, RequestWatch watch) {
        this.door = door;
        this.crossOrigin = crossOrigin;
        this.writer = writer;
        this.watch = watch;
    }

    /** Answers requests. */
    interface Door {

        /** @param path of the request, without its query */
        Mono<Reply> reply(HttpServerRequest request, String path);

        /** The path as it is counted: one of a few, whatever callers ask for. */
        String named(String path);
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        long begun = System.nanoTime();
        String path = path(request.uri());
        return Mono.defer(() -> door.reply(request, path))
                .onErrorResume(
                        Bodies.Refused.class,
                        refused -> Mono.just(refused.refusal().closing()))
                .onErrorResume(failure -> {
                    LOG.debug("A request could not be answered", failure);
                    return Mono.just(new Refusal(500, Answer.INTERNAL_ERROR, "Internal error").reply());
                })
                .map(reply -> crossOrigin.mark(reply, request.requestHeaders()))
                .doOnNext(reply ->
                        watch.answered(door.named(path), reply.status(), Duration.ofNanos(System.nanoTime() - begun)))
                .flatMap(reply -> writer.write(reply, response));
    }

    private static String path(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
