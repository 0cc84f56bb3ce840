package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.transport.StatelessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Calls tools for clients that began with {@code initialize}, as long as nothing has to be asked of them. */
final class SessionTools {
    private final Map<String, ToolCall> tools = new LinkedHashMap<>();
    private final ClientPatience patience;
    private final Tenancy tasks;

    SessionTools(List<Tool> tools, ClientPatience patience, Tenancy tasks) {
        this.tasks = tasks;
        tools.forEach(tool -> this.tools.put(tool.name().word(), new ToolCall(tool)));
        this.patience = patience;
    }

    /**
     * The result of {@code tools/call}, empty when the SDK has to make the call.
     *
     * @param greeting the params of the client's {@code initialize}
     */
    Optional<Map<String, Object>> call(StatelessRequest request, Map<String, Object> greeting) {
        ToolCall tool = tools.get(String.valueOf(request.params().get("name")));
        Client client = client(greeting, request.principal());
        if (tool == null || tool.asks() && client.takesForms()) {
            return Optional.empty();
        }
        Caller caller = new Caller(request.principal(), client, ProgressFeed.of(request), Round.FIRST);
        Reply reply = tool.reply(Arguments.of(CallParameters.arguments(request.params())), caller);
        return reply instanceof Answer answer ? Optional.of(answer.plainFacts()) : Optional.empty();
    }

    /** See {@link Tenancy#version}. */
    OptionalLong version() {
        return tasks.version();
    }

    /**
     * Whether the answer stays as it is while no task changes: it is about one that has ended, shows no picture, which
     * lies on disk, and no link, which dies.
     */
    boolean stands(StatelessRequest request, Map<String, Object> result) {
        return ToolName.GET_TASK.word().equals(request.params().get("name"))
                && result.get("content") instanceof List<?> content
                && content.size() == 1
                && result.get("structuredContent") instanceof Map<?, ?> facts
                && facts.get("status") instanceof String status
                && TaskStatus.of(status).terminal()
                && member(facts.get("video"), "url") == null;
    }

    private Client client(Map<String, Object> greeting, Principal principal) {
        Object name = member(greeting.get("clientInfo"), "name");
        Object elicitation = member(greeting.get("capabilities"), "elicitation");
        // One that names no mode takes forms.
        boolean forms =
                elicitation instanceof Map<?, ?> modes && (modes.get("form") != null || modes.get("url") == null);
        return new Client(name instanceof String word ? word : "", patience, forms, false, principal.isLocal());
    }

    private static @Nullable Object member(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> members ? members.get(name) : null;
    }
}
