package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.SdkCalls;
import dev.wanvideo.video.Category;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tool as the SDK calls it, for clients that began with {@code initialize}. What the tool has to ask goes to the
 * client while the call waits on its own thread.
 */
final class SdkCall implements BiFunction<McpSyncServerExchange, CallToolRequest, CallToolResult> {
    private static final Logger LOG = LoggerFactory.getLogger(SdkCall.class);

    /** A price that keeps rising while its question is answered would be asked about for ever. */
    private static final int MOST_QUESTIONS = 5;

    private final ToolCall tool;
    private final ClientPatience patience;

    SdkCall(Tool tool, ClientPatience patience) {
        this.tool = new ToolCall(tool);
        this.patience = patience;
    }

    @Override
    public CallToolResult apply(McpSyncServerExchange exchange, CallToolRequest request) {
        Principal principal = SdkCalls.principal(exchange.transportContext());
        Caller caller = new Caller(
                principal, client(exchange, principal), feed(exchange, request.progressToken()), Round.FIRST);
        return answer(exchange, request, caller).result();
    }

    private Answer answer(McpSyncServerExchange exchange, CallToolRequest request, Caller first) {
        Caller caller = first;
        for (int asked = 0; asked <= MOST_QUESTIONS; asked++) {
            Reply reply = tool.reply(Arguments.of(request.arguments()), caller);
            if (reply instanceof Answer answer) {
                return answer;
            }
            if (!(reply instanceof InputRequired question)) {
                throw new IllegalStateException("this client was not offered to follow a film");
            }
            try {
                caller = first.at(new Round(responses(exchange, question), question.state()));
            } catch (InterruptedException e) {
                return tool.cancelled();
            } catch (RuntimeException e) {
                LOG.debug("A question did not get through", e);
                break;
            }
        }
        return Refusals.of(
                Category.UNAVAILABLE,
                "The user had to be asked first, and no answer came. If no question was shown, the client cannot show it:"
                        + " the owner of this server can raise or leave out WAN_VIDEO_CONFIRM_ABOVE_USD.");
    }

    private static Map<String, Object> responses(McpSyncServerExchange exchange, InputRequired question)
            throws InterruptedException {
        Map<String, Object> responses = new LinkedHashMap<>();
        for (Map.Entry<String, InputRequest> one : question.requests().entrySet()) {
            responses.put(one.getKey(), asked(exchange, one.getValue()));
        }
        return responses;
    }

    private static Map<String, Object> asked(McpSyncServerExchange exchange, InputRequest question)
            throws InterruptedException {
        ElicitFormRequest form =
                ElicitFormRequest.builder(question.message(), question.schema()).build();
        try {
            ElicitResult result = exchange.createElicitation(form);
            return new Facts()
                    .put("action", result.action().name().toLowerCase(Locale.ROOT))
                    .map();
        } catch (RuntimeException e) {
            if (Thread.interrupted() || e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw e;
        }
    }

    private Client client(McpSyncServerExchange exchange, Principal principal) {
        Implementation info = exchange.getClientInfo();
        ClientCapabilities capabilities = exchange.getClientCapabilities();
        ClientCapabilities.Elicitation elicitation = capabilities == null ? null : capabilities.elicitation();
        // One that names no mode takes forms.
        boolean forms = elicitation != null && (elicitation.form() != null || elicitation.url() == null);
        return new Client(
                info == null || info.name() == null ? "" : info.name(), patience, forms, false, principal.isLocal());
    }

    private static ProgressFeed feed(McpSyncServerExchange exchange, @Nullable Object token) {
        if (token == null) {
            return ProgressFeed.UNWANTED;
        }
        return ProgressFeed.to((progress, message) -> {
            try {
                exchange.progressNotification(new ProgressNotification(token, progress, ProgressFeed.TOTAL, message));
            } catch (RuntimeException e) {
                LOG.debug("A progress notification did not get through; the wait goes on", e);
            }
        });
    }
}
