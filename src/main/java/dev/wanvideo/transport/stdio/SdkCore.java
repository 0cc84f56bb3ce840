package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.SdkCalls;
import dev.wanvideo.transport.StatelessCore;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * The server behind the streams: what answers the stateless era, and for both eras what needs nothing of the SDK; and
 * for the rest one session of the SDK, made when it is first needed and fed with messages whose envelopes were checked.
 */
final class SdkCore implements Core {

    private final SdkProvider provider;
    private final StdioSession told;
    private final StatelessCore stateless;
    private final SdkCalls calls;
    private final McpJsonMapper json;
    private byte @Nullable [] greeting;
    private volatile @Nullable McpServerSession session;

    private SdkCore(SdkProvider provider, StdioSession told, StatelessCore stateless, McpJsonMapper json) {
        this.provider = provider;
        this.told = told;
        this.stateless = stateless;
        this.calls = SdkCalls.ofOne(stateless, json);
        this.json = json;
    }

    static SdkCore build(
            Function<McpServerTransportProvider, StatelessHandler> builder, PreparedAnswers prepared, Outbox outbox)
            throws IOException {
        SharedJson.loadBehind();
        SdkProvider provider = new SdkProvider(new SdkTransport(outbox));
        StatelessHandler handler = builder.apply(provider);
        McpJsonMapper json = SharedJson.mapper();
        String serverInfo = prepared.stateless().serverInfo();
        StatelessCore stateless = new StatelessCore(handler, json, serverInfo);
        return new SdkCore(provider, new StdioSession(outbox, json), stateless, json);
    }

    @Override
    public synchronized void greet(byte[] initializeParams) {
        if (greeting == null) {
            greeting = initializeParams;
            told.greet(initializeParams);
        }
    }

    /** The SDK's session, made and told of the client when something first needs it. */
    private synchronized McpServerSession session() {
        McpServerSession known = session;
        if (known == null) {
            stateless.needSdk();
            known = provider.session();
            byte[] params = greeting;
            if (params != null) {
                introduce(known, params);
            }
            session = known;
        }
        return known;
    }

    /** Goes on when the params are not what the SDK expects: the client has its answer by now. */
    private void introduce(McpServerSession known, byte[] initializeParams) {
        try {
            Object params = json.readValue(initializeParams, Object.class);
            known.handle(new JSONRPCRequest(McpSchema.METHOD_INITIALIZE, "initialize", params))
                    .block();
        } catch (IOException e) {
            // JSON that its library refuses for its size or depth
        }
        known.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
                .block();
    }

    @Override
    public void handle(Call call) throws InterruptedException {
        calls.handle(call, told, request -> bySdk(call, request));
    }

    @Override
    public byte @Nullable [] standing(byte[] params) {
        return calls.standing(params);
    }

    private Mono<Void> bySdk(Call call, JSONRPCRequest request) {
        McpServerSession known;
        try {
            known = session();
        } catch (RuntimeException | LinkageError e) {
            CoreLog.couldNotStart(e);
            call.refuse(Answer.INTERNAL_ERROR, "The server could not start; its log says why");
            return Mono.empty();
        }
        return known.handle(request).contextWrite(Context.of(Call.class, call));
    }

    @Override
    public void handleStateless(Call call) throws InterruptedException {
        stateless.handle(call);
    }

    /** Ignores what is no response to a request of this session, which only the SDK's session can have made. */
    @Override
    public void accept(byte[] response) {
        McpServerSession asking = session;
        if (asking != null) {
            calls.response(response)
                    .ifPresent(known -> asking.handle(known).onErrorComplete().block());
        }
    }

    @Override
    public void end() {
        told.end();
    }
}
