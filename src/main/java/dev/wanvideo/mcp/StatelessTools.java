package dev.wanvideo.mcp;

import static dev.wanvideo.transport.Answer.INVALID_PARAMS;
import static dev.wanvideo.transport.Answer.MISSING_CLIENT_CAPABILITY;

import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls tools for clients of the stateless era, in as many rounds as a tool has to ask. */
final class StatelessTools {
    private final Map<String, ToolCall> tools = new LinkedHashMap<>();
    private final RequestStates states;
    private final ClientPatience patience;
    private final RunningTasks running;

    StatelessTools(List<Tool> tools, RequestStates states, ClientPatience patience, RunningTasks running) {
        tools.forEach(tool -> this.tools.put(tool.name().word(), new ToolCall(tool)));
        this.states = states;
        this.patience = patience;
        this.running = running;
    }

    /** The result of {@code tools/call}. */
    Map<String, Object> call(StatelessRequest request) throws ProtocolError {
        ToolCall tool = tool(request.params().get("name"));
        Map<String, Object> arguments = CallParameters.arguments(request.params());
        String digest =
                CallDigest.of(request.principal(), request.method(), tool.name().word(), arguments);
        Round round;
        try {
            round = round(request, digest);
        } catch (StoreUnavailable e) {
            return tool.wordsFor(e).resultFacts();
        }
        Reply reply = tool.reply(
                Arguments.of(arguments),
                new Caller(request.principal(), client(request), ProgressFeed.of(request), round));
        if (reply instanceof InputRequired asking) {
            return asked(tool, asking, request, digest);
        }
        return reply instanceof InTheMaking begun ? running.begun(begun.task()) : ((Answer) reply).resultFacts();
    }

    private Client client(StatelessRequest request) {
        boolean forms = InputRequest.form("", Map.of())
                .missingFrom(request.capabilities())
                .isEmpty();
        return new Client(
                request.clientName(),
                patience,
                forms,
                RunningTasks.followedBy(request),
                request.principal().isLocal());
    }

    private ToolCall tool(@Nullable Object name) throws ProtocolError {
        if (!(name instanceof String word)) {
            throw new ProtocolError(INVALID_PARAMS, "params.name must be a string");
        }
        ToolCall tool = tools.get(word);
        if (tool == null) {
            throw new ProtocolError(INVALID_PARAMS, "Unknown tool: " + Coercion.excerpt(word));
        }
        return tool;
    }

    /** Responses count with the state alone under which they were asked for, or a client could skip the question. */
    private Round round(StatelessRequest request, String digest) throws ProtocolError {
        Object sealed = request.params().get("requestState");
        if (sealed == null) {
            return Round.FIRST;
        }
        Optional<Map<String, Object>> state =
                sealed instanceof String text ? states.open(digest, text) : Optional.empty();
        if (state.isEmpty()) {
            throw new ProtocolError(
                    INVALID_PARAMS,
                    "requestState was not given for this call, was altered, or is too old: call again without it");
        }
        Object responses = request.params().get("inputResponses");
        if (responses != null && !(responses instanceof Map)) {
            throw new ProtocolError(INVALID_PARAMS, "params.inputResponses must be an object");
        }
        return new Round(CallParameters.object(responses).orElse(Map.of()), state.get());
    }

    private Map<String, Object> asked(ToolCall tool, InputRequired asking, StatelessRequest request, String digest)
            throws ProtocolError {
        Map<String, Object> missing = asking.missingFrom(request.capabilities());
        if (!missing.isEmpty()) {
            throw new ProtocolError(
                    MISSING_CLIENT_CAPABILITY,
                    "This call has to ask the client for something that it cannot do: "
                            + String.join(", ", missing.keySet()),
                    Map.of("requiredCapabilities", missing));
        }
        try {
            return asking.result(states.seal(digest, asking.state()));
        } catch (StoreUnavailable e) {
            return tool.wordsFor(e).resultFacts();
        }
    }
}
