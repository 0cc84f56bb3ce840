package dev.wanvideo.transport.http;

import dev.wanvideo.access.Grant;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** The way to {@code /mcp}, which depends on the method of a request, and past it to what is served beside. */
final class FrontDoor implements Entrance.Door {

    static final String PATH = "/mcp";
    private static final String METHODS = "GET, POST, DELETE, OPTIONS";

    private final Porter porter;
    private final Doorkeeper doorkeeper;
    private final Bodies bodies;
    private final Posts posts;
    private final SessionDoor sessions;
    private final SideDoor side;

    FrontDoor(Porter porter, Doorkeeper doorkeeper, Bodies bodies, Posts posts, SessionDoor sessions, SideDoor side) {
        this.porter = porter;
        this.doorkeeper = doorkeeper;
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
                ? known(request, headers)
                : Mono.just(Refusal.of(404, "There is nothing here but " + PATH).closing());
    }

    /** Browsers ask by OPTIONS before they tell who sends them. */
    private Mono<Reply> known(HttpServerRequest request, HttpHeaders headers) {
        return request.method().equals(HttpMethod.OPTIONS)
                ? Mono.just(Reply.empty(204).with(HttpHeaderNames.ALLOW.toString(), METHODS))
                : doorkeeper.admit(request, grant -> byMethod(grant, request, headers));
    }

    private Mono<Reply> byMethod(Grant grant, HttpServerRequest request, HttpHeaders headers) {
        return switch (request.method().name()) {
            case "POST" -> post(grant, request, headers);
            case "GET" -> Mono.just(get(grant, headers));
            case "DELETE" ->
                Mono.just(
                        SessionDoor.isStateless(headers)
                                ? notAllowed("POST")
                                : sessions.delete(grant.principal(), headers));
            default -> Mono.just(notAllowed(METHODS));
        };
    }

    private Mono<Reply> post(Grant grant, HttpServerRequest request, HttpHeaders headers) {
        Refusal fault = Media.postFault(headers);
        return fault != null
                ? Mono.just(fault.closing())
                : bodies.of(request).flatMap(body -> posts.take(grant, headers, body));
    }

    private Reply get(Grant grant, HttpHeaders headers) {
        if (SessionDoor.isStateless(headers)) {
            return notAllowed("POST");
        }
        Refusal fault = Media.getFault(headers);
        return fault != null ? fault.reply() : sessions.listen(grant.principal(), headers);
    }

    private static Reply notAllowed(String methods) {
        return Refusal.NO_SUCH_METHOD.closing().with(HttpHeaderNames.ALLOW.toString(), methods);
    }
}
