package dev.wanvideo.transport.http;

import dev.wanvideo.access.Grant;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.MalformedJson;
import dev.wanvideo.transport.ProtocolVersions;
import dev.wanvideo.transport.http.SessionDoor.Lookup;
import io.netty.handler.codec.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Decides by the body of what was posted who answers it: each message tells its era by itself. */
final class Posts {

    static final Refusal ONE_PAGE =
            new Refusal(200, Answer.INVALID_PARAMS, "Invalid cursor: the list of tools has one page");

    private static final Reply ACCEPTED = Reply.empty(202);

    private final Doorkeeper doorkeeper;
    private final SessionDoor sessions;
    private final LegacyDoor legacy;
    private final ModernDoor modern;

    Posts(Doorkeeper doorkeeper, SessionDoor sessions, LegacyDoor legacy, ModernDoor modern) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.legacy = legacy;
        this.modern = modern;
    }

    Mono<Reply> take(Grant grant, HttpHeaders headers, byte[] body) {
        Post post;
        try {
            post = new Post(grant, headers, body, Envelope.read(body, 0, body.length));
        } catch (MalformedJson e) {
            return Mono.just(new Refusal(400, Answer.PARSE_ERROR, "Parse error: the body is not a JSON text").reply());
        }
        Envelope envelope = post.envelope();
        String fault = envelope.fault();
        if (fault != null) {
            return Mono.just(Refusal.of(400, "Invalid request: " + fault).reply(envelope.id()));
        }
        if (!envelope.isParamsUsable()) {
            return Mono.just(new Refusal(400, Answer.INVALID_PARAMS, "params must be an object").reply(envelope.id()));
        }
        return route(post);
    }

    private Mono<Reply> route(Post post) {
        Envelope envelope = post.envelope();
        if (envelope.method() == null || envelope.id() == null) {
            return Mono.just(unanswered(post));
        }
        Reply missing = doorkeeper.missing(post);
        if (missing != null) {
            return Mono.just(missing);
        }
        if (envelope.isModern() || claimsModern(post)) {
            return modern.request(post);
        }
        if (post.method().equals("initialize")) {
            return Mono.just(legacy.initialize(post));
        }
        Lookup lookup = sessions.find(post.principal(), post.headers());
        return lookup instanceof Lookup.Found found
                ? legacy.request(found.session(), post)
                : Mono.just(((Lookup.Missing) lookup).refusal().reply(post.id()));
    }

    /** Whether a request without a session says by its header that it needs none; its body then lacks what that takes. */
    private static boolean claimsModern(Post post) {
        return !post.headers().contains(LegacyDoor.SESSION)
                && !post.method().equals("initialize")
                && ProtocolVersions.STATELESS.equals(post.headers().get(HeaderMatch.VERSION));
    }

    /** Notifications and responses; the stateless era has none that say anything over HTTP. */
    private Reply unanswered(Post post) {
        if (post.envelope().method() != null && !post.headers().contains(LegacyDoor.SESSION)) {
            return ACCEPTED;
        }
        Lookup lookup = sessions.find(post.principal(), post.headers());
        if (lookup instanceof Lookup.Found found) {
            take(found.session(), post);
            return ACCEPTED;
        }
        return ((Lookup.Missing) lookup).refusal().reply();
    }

    private void take(Session session, Post post) {
        if (post.envelope().method() == null) {
            legacy.response(session, post);
        } else {
            legacy.notification(session, post);
        }
    }
}
