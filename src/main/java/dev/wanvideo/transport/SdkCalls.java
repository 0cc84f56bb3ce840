package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.access.Principal;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Puts calls of clients that began with {@code initialize} to the SDK, or past it to what serves both eras. */
public final class SdkCalls {

    private static final String PRINCIPAL = "principal";

    private final StatelessCore stateless;
    private final McpJsonMapper json;
    private final StandingAnswers standing;

    private SdkCalls(StatelessCore stateless, McpJsonMapper json, StandingAnswers standing) {
        this.stateless = stateless;
        this.json = json;
        this.standing = standing;
    }

    /** Of one client, who may get an answer again that {@link #standing stands}. */
    public static SdkCalls ofOne(StatelessCore stateless, McpJsonMapper json) {
        return new SdkCalls(stateless, json, StandingAnswers.some());
    }

    /** Of many clients, to each of whom an answer is worded anew. */
    public static SdkCalls ofMany(StatelessCore stateless, McpJsonMapper json) {
        return new SdkCalls(stateless, json, StandingAnswers.none());
    }

    /** The result of a tool call that an equal one had and that is still true, null when the tool has to be called. */
    public byte @Nullable [] standing(byte[] params) {
        return standing.find(params, stateless.version());
    }

    /**
     * Answers the call before it returns.
     *
     * @param session the client's
     * @param sdk has the SDK answer a request through the call
     */
    public void handle(OpenCall call, ClientSession session, Function<JSONRPCRequest, Mono<Void>> sdk)
            throws InterruptedException {
        Object params = params(call);
        String fault = CallShape.fault(call.method(), params);
        if (fault != null) {
            call.refuse(Answer.INVALID_PARAMS, fault);
        } else if (stateless.servesBothEras(call.method())) {
            stateless.handlePlainly(call, session);
        } else if (!call.method().equals("tools/call") || !calledPlainly(call, session)) {
            McpTransportContext context = context(call.principal());
            sdk.apply(new JSONRPCRequest(call.method(), call.id(), params))
                    .contextWrite(known -> known.put(McpTransportContext.KEY, context))
                    .block();
        }
    }

    /** Most calls of tools need nothing of the SDK, which takes long to load. */
    private boolean calledPlainly(OpenCall call, ClientSession session) throws InterruptedException {
        Optional<Map<String, Object>> client = session.greeting();
        return client.isPresent() && stateless.called(call, client.get(), standing);
    }

    /** The client's response to a request of the server, empty when the SDK cannot read it. */
    public Optional<JSONRPCResponse> response(byte[] message) {
        try {
            return McpSchema.deserializeJsonRpcMessage(json, new String(message, UTF_8))
                            instanceof JSONRPCResponse response
                    ? Optional.of(response)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Tells the SDK's handlers in whose name a call comes. */
    public static McpTransportContext context(Principal principal) {
        return McpTransportContext.create(Map.of(PRINCIPAL, principal));
    }

    /** In whose name a call comes that went to the SDK by way of {@link #handle}. */
    public static Principal principal(McpTransportContext context) {
        if (context.get(PRINCIPAL) instanceof Principal principal) {
            return principal;
        }
        throw new IllegalStateException("nobody said in whose name this call comes");
    }

    private Object params(OpenCall call) {
        try {
            return json.readValue(call.params(), Object.class);
        } catch (IOException e) {
            return Void.class;
        }
    }
}
