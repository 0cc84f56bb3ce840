package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Answer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Where every request comes in: those that may go on to one path, and the way there depends on their method. */
final class FrontDoor implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    static final String PATH = "/mcp";
    private static final String HEALTH = "/healthz";
    private static final String METHODS = "GET, POST, DELETE, OPTIONS";
    private static final Logger LOG = LoggerFactory.getLogger("wan-video-mcp.http");

    private final Porter porter;
    private final Bodies bodies;
    private final Posts posts;
    private final SessionDoor sessions;
    private final CrossOrigin crossOrigin;
    private final ReplyWriter writer;

    FrontDoor(
            Porter porter,
            Bodies bodies,
            Posts posts,
            SessionDoor sessions,
            CrossOrigin crossOrigin,
            ReplyWriter writer) {
        this.porter = porter;
        this.bodies = bodies;
        this.posts = posts;
        this.sessions = sessions;
        this.crossOrigin = crossOrigin;
        this.writer = writer;
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        return Mono.defer(() -> reply(request))
                .onErrorResume(Bodies.Refused.class, refused -> Mono.just(closing(refused.refusal())))
                .onErrorResume(failure -> {
                    LOG.debug("A request could not be answered", failure);
                    return Mono.just(new Refusal(500, Answer.INTERNAL_ERROR, "Internal error").reply());
                })
                .map(reply -> crossOrigin.mark(reply, request.requestHeaders()))
                .flatMap(reply -> writer.write(reply, response));
    }

    private Mono<Reply> reply(HttpServerRequest request) {
        HttpHeaders headers = request.requestHeaders();
        Refusal refusal = porter.check(headers);
        if (refusal != null) {
            return Mono.just(closing(refusal));
        }
        String target = request.uri();
        int query = target.indexOf('?');
        return switch (query < 0 ? target : target.substring(0, query)) {
            case PATH -> byMethod(request, headers);
            case HEALTH ->
                Mono.just(
                        request.method().equals(HttpMethod.GET)
                                ? Reply.document(200, new byte[] {'{', '}', '\n'})
                                : notAllowed("GET"));
            default -> Mono.just(closing(Refusal.of(404, "There is nothing here but " + PATH)));
        };
    }

    private Mono<Reply> byMethod(HttpServerRequest request, HttpHeaders headers) {
        return switch (request.method().name()) {
            case "POST" -> post(request, headers);
            case "GET" -> Mono.just(get(headers));
            case "DELETE" ->
                Mono.just(
                        SessionDoor.isStateless(headers)
                                ? notAllowed("POST")
                                : sessions.delete(Principal.LOCAL, headers));
            case "OPTIONS" -> Mono.just(Reply.empty(204).with(HttpHeaderNames.ALLOW.toString(), METHODS));
            default -> Mono.just(notAllowed(METHODS));
        };
    }

    private Mono<Reply> post(HttpServerRequest request, HttpHeaders headers) {
        Refusal fault = Media.postFault(headers);
        return fault != null
                ? Mono.just(closing(fault))
                : bodies.of(request).flatMap(body -> posts.take(Principal.LOCAL, headers, body));
    }

    private Reply get(HttpHeaders headers) {
        if (SessionDoor.isStateless(headers)) {
            return notAllowed("POST");
        }
        Refusal fault = Media.getFault(headers);
        return fault != null ? fault.reply() : sessions.listen(Principal.LOCAL, headers);
    }

    private static Reply notAllowed(String methods) {
        return closing(Refusal.of(405, "This method is not supported here"))
                .with(HttpHeaderNames.ALLOW.toString(), methods);
    }

    /** For requests whose body nobody reads, so that it cannot be taken for the next request. */
    private static Reply closing(Refusal refusal) {
        return refusal.reply().with(HttpHeaderNames.CONNECTION.toString(), "close");
    }
}
