package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.SdkCalls;
import dev.wanvideo.transport.StatelessCore;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.util.function.Function;
import reactor.util.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server behind the streams: one session of the SDK, fed with messages whose envelopes were checked before, and
 * beside it what answers the stateless era, and for both what the SDK can only answer from a fixed list.
 */
final class SdkCore implements Core {

    private final McpServerSession session;
    private final StdioSession told;
    private final StatelessCore stateless;
    private final SdkCalls calls;
    private final McpJsonMapper json;
    private boolean greeted;

    private SdkCore(McpServerSession session, StdioSession told, StatelessCore stateless, McpJsonMapper json) {
        this.session = session;
        this.told = told;
        this.stateless = stateless;
        this.calls = new SdkCalls(stateless, json);
        this.json = json;
    }

    static SdkCore build(
            Function<McpServerTransportProvider, StatelessHandler> builder, PreparedAnswers prepared, Outbox outbox)
            throws IOException {
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.shared());
        SdkProvider provider = new SdkProvider(new SdkTransport(outbox, json));
        StatelessHandler handler = builder.apply(provider);
        String serverInfo = prepared.stateless().serverInfo();
        StatelessCore stateless = new StatelessCore(handler, json, serverInfo);
        return new SdkCore(provider.session(), new StdioSession(outbox, json), stateless, json);
    }

    /** Goes on when the params are not what the SDK expects: the client has its answer by now. */
    @Override
    public synchronized void greet(byte[] initializeParams) {
        if (greeted) {
            return;
        }
        greeted = true;
        try {
            Object params = json.readValue(initializeParams, Object.class);
            JSONRPCRequest initialize = new JSONRPCRequest(McpSchema.METHOD_INITIALIZE, "initialize", params);
            session.handle(initialize).block();
        } catch (IOException e) {
            // JSON that its library refuses for its size or depth
        }
        session.handle(new JSONRPCNotification(McpSchema.METHOD_NOTIFICATION_INITIALIZED))
                .block();
    }

    @Override
    public void handle(Call call) throws InterruptedException {
        calls.handle(call, told, request -> session.handle(request).contextWrite(Context.of(Call.class, call)));
    }

    @Override
    public void handleStateless(Call call) throws InterruptedException {
        stateless.handle(call);
    }

    /** Ignores what is no response to a request of this session. */
    @Override
    public void accept(byte[] response) {
        calls.response(response)
                .ifPresent(known -> session.handle(known).onErrorComplete().block());
    }

    @Override
    public void end() {
        told.end();
    }
}
