package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** The way to {@code /mcp}, which depends on the method of a request, and past it to what is served beside. */
final class FrontDoor implements Entrance.Door {

    static final String PATH = "/mcp";
    private static final String METHODS = "GET, POST, DELETE, OPTIONS";

    private final Porter porter;
    private final Bodies bodies;
    private final Posts posts;
    private final SessionDoor sessions;
    private final SideDoor side;

    FrontDoor(Porter porter, Bodies bodies, Posts posts, SessionDoor sessions, SideDoor side) {
        this.porter = porter;
        this.bodies = bodies;
        this.posts = posts;
        this.sessions = sessions;
        this.side = side;
    }

    @Override
    public String named(String path) {
        String beside = side.named(path);
        return path.equals(PATH) ? PATH : beside != null ? beside : "other";
    }

    @Override
    public Mono<Reply> reply(HttpServerRequest request, String path) {
        if (side.named(path) != null) {
            return side.reply(request, path);
        }
        HttpHeaders headers = request.requestHeaders();
        Refusal refusal = porter.check(headers);
        if (refusal != null) {
            return Mono.just(refusal.closing());
        }
        return path.equals(PATH)
                ? byMethod(request, headers)
                : Mono.just(Refusal.of(404, "There is nothing here but " + PATH).closing());
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
                ? Mono.just(fault.closing())
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
        return Refusal.NO_SUCH_METHOD.closing().with(HttpHeaderNames.ALLOW.toString(), methods);
    }
}
