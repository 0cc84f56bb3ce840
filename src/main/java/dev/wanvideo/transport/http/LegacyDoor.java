package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.ProtocolVersions;
import dev.wanvideo.transport.SdkCalls;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.io.IOException;
import reactor.core.publisher.Mono;

/** The era of {@code initialize} over HTTP: each client has a session, in which its requests are answered. */
final class LegacyDoor {

    static final String SESSION = "Mcp-Session-Id";

    private final PreparedAnswers prepared;
    private final Sessions sessions;
    private final SdkProvider sdk;
    private final SdkCalls calls;
    private final CallDesk desk;
    private final McpJsonMapper json;

    LegacyDoor(
            PreparedAnswers prepared,
            Sessions sessions,
            SdkProvider sdk,
            SdkCalls calls,
            CallDesk desk,
            McpJsonMapper json) {
        this.prepared = prepared;
        this.sessions = sessions;
        this.sdk = sdk;
        this.calls = calls;
        this.desk = desk;
        this.json = json;
    }

    /** Begins a session; its id goes back in a header. */
    Reply initialize(Post post) {
        Envelope envelope = post.envelope();
        McpStreamableServerSession started = sdk.start(greeting(post));
        String version = ProtocolVersions.negotiate(envelope.protocolVersion());
        Session session = new Session(post.principal(), version, started, json, sessions.now());
        started.listeningStream(SdkTransport.of(session.standing(), json));
        if (!sessions.add(session)) {
            session.end();
            return new Refusal(503, Answer.INTERNAL_ERROR, "Too many sessions are in use; end one with DELETE")
                    .reply(post.id());
        }
        return Reply.document(200, Answer.result(post.id(), prepared.initialize(envelope.protocolVersion())))
                .with(SESSION, session.id());
    }

    /** The reply to a request that is well formed. */
    Mono<Reply> request(Session session, Post post) {
        return switch (post.method()) {
            case "ping" -> result(post, prepared.ping());
            case "tools/list" ->
                post.envelope().hasCursor()
                        ? Mono.just(Posts.ONE_PAGE.reply(post.id()))
                        : result(post, prepared.tools());
            default -> call(session, post);
        };
    }

    /** Other notifications tell nothing that is used here. */
    void notification(Session session, Post post) {
        String requestId = post.envelope().requestId();
        if (post.method().equals("notifications/cancelled") && requestId != null) {
            session.cancel(requestId);
        }
    }

    /** Takes the client's response to a request of the server; one that nobody waits for is ignored. */
    void response(Session session, Post post) {
        calls.response(post.body())
                .ifPresent(response ->
                        session.sdk().accept(response).onErrorComplete().subscribe());
    }

    private static Mono<Reply> result(Post post, byte[] result) {
        return Mono.just(Reply.document(200, Answer.result(post.id(), result)));
    }

    /** A client whose connection breaks may come back for the answer, so that the call goes on. */
    private Mono<Reply> call(Session session, Post post) {
        HttpCall.Handler handler = call -> calls.handle(
                call,
                session,
                request -> session.sdk()
                        .responseStream(SdkTransport.of(call, json))
                        .handle(request));
        HttpCall call = new HttpCall(post, handler, new PostReply(session::stream), code -> 200);
        if (!session.begin(call)) {
            return Mono.just(
                    Refusal.of(400, "A request with this id is in flight").reply(post.id()));
        }
        Reply refusal = desk.begin(call, () -> session.finished(call));
        if (refusal != null) {
            session.finished(call);
            return Mono.just(refusal);
        }
        return call.reply().decided();
    }

    /** What the client says of itself; one that says it wrongly can do nothing special. */
    private InitializeRequest greeting(Post post) {
        try {
            return json.readValue(post.params(), new TypeRef<InitializeRequest>() {});
        } catch (IOException | RuntimeException e) {
            return InitializeRequest.builder(
                            ProtocolVersions.LATEST,
                            ClientCapabilities.builder().build(),
                            Implementation.builder("unknown", "unknown").build())
                    .build();
        }
    }
}
