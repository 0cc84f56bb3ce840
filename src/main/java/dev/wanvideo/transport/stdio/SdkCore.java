package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.CallShape;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessCore;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
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
    private final McpJsonMapper json;
    private boolean greeted;

    private SdkCore(McpServerSession session, StdioSession told, StatelessCore stateless, McpJsonMapper json) {
        this.session = session;
        this.told = told;
        this.stateless = stateless;
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
        Object params = params(call);
        String fault = CallShape.fault(call.method(), params);
        if (fault != null) {
            call.refuse(Answer.INVALID_PARAMS, fault);
            return;
        }
        if (stateless.servesBothEras(call.method())) {
            stateless.handlePlainly(call, told);
            return;
        }
        JSONRPCRequest request = new JSONRPCRequest(call.method(), call.id(), params);
        session.handle(request).contextWrite(Context.of(Call.class, call)).block();
    }

    @Override
    public void handleStateless(Call call) throws InterruptedException {
        stateless.handle(call);
    }

    /** Ignores what is no response to a request of this session. */
    @Override
    public void accept(byte[] response) {
        try {
            if (McpSchema.deserializeJsonRpcMessage(json, new String(response, UTF_8))
                    instanceof JSONRPCResponse known) {
                session.handle(known).block();
            }
        } catch (IOException | RuntimeException e) {
            // A response is never answered, so there is nobody to tell.
        }
    }

    @Override
    public void end() {
        told.end();
    }

    private Object params(Call call) {
        try {
            return json.readValue(call.params(), Object.class);
        } catch (IOException e) {
            return Void.class;
        }
    }
}
