package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.RequestMeta;
import dev.wanvideo.transport.StatelessCore;
import reactor.core.publisher.Mono;

/**
 * The stateless era over HTTP: takes each request for itself, checks that its headers say what its body says, answers
 * from prepared bytes what it can, and has the rest called.
 */
final class ModernDoor {

    private final PreparedAnswers prepared;
    private final StatelessCore core;
    private final CallDesk desk;

    ModernDoor(PreparedAnswers prepared, StatelessCore core, CallDesk desk) {
        this.prepared = prepared;
        this.core = core;
        this.desk = desk;
    }

    /** The reply to a request that is well formed. */
    Mono<Reply> request(Post post) {
        RequestMeta meta = post.envelope().meta();
        String mismatch = HeaderMatch.fault(post);
        String fault = meta.fault();
        if (meta.versionText() != null && mismatch != null) {
            return Mono.just(new Refusal(400, Answer.HEADER_MISMATCH, mismatch).reply(post.id()));
        }
        if (meta.namesOtherVersion()) {
            return Mono.just(Reply.document(400, Answer.unsupportedVersion(post.id(), meta.version())));
        }
        if (fault != null) {
            return Mono.just(new Refusal(400, Answer.INVALID_PARAMS, fault).reply(post.id()));
        }
        return answer(post);
    }

    private Mono<Reply> answer(Post post) {
        return switch (post.method()) {
            case "server/discover" -> result(post, prepared.stateless().discover());
            case "tools/list" ->
                post.envelope().hasCursor()
                        ? Mono.just(Posts.ONE_PAGE.reply(post.id()))
                        : result(post, prepared.stateless().tools());
            case "initialize", "ping" ->
                Mono.just(new Refusal(404, Answer.METHOD_NOT_FOUND, "This protocol version has no such method")
                        .reply(post.id()));
            default -> call(post);
        };
    }

    private static Mono<Reply> result(Post post, byte[] result) {
        return Mono.just(Reply.document(200, Answer.result(post.id(), result)));
    }

    /** A client that closes the connection has enough of the call. */
    private Mono<Reply> call(Post post) {
        HttpCall call = new HttpCall(post, core::handle, new PostReply(LiveEvents::new), Refusal::statusFor);
        Reply refusal = desk.begin(call, () -> {});
        if (refusal != null) {
            return Mono.just(refusal);
        }
        return call.reply()
                .decided()
                .doOnNext(reply -> {
                    if (reply instanceof Reply.Stream stream) {
                        stream.outlet().whenGone(call::cancel);
                    }
                })
                .doOnCancel(call::cancel);
    }
}
