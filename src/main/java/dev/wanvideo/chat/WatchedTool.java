package dev.wanvideo.chat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tool whose calls a person sees, and which is not called for a turn that is over. */
final class WatchedTool implements ToolExecutor {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ToolExecutor inner;
    private final Screen screen;
    private final BooleanSupplier over;

    WatchedTool(ToolExecutor inner, Screen screen, BooleanSupplier over) {
        this.inner = inner;
        this.screen = screen;
        this.over = over;
    }

    @Override
    public ToolExecutionResult executeWithContext(ToolExecutionRequest request, InvocationContext context) {
        if (over.getAsBoolean()) {
            throw new CancellationException();
        }
        screen.calling(request.name());
        try {
            ToolExecutionResult result = inner.executeWithContext(request, context);
            if (!over.getAsBoolean()) {
                show(result.resultText());
            }
            return result;
        } finally {
            screen.returned();
        }
    }

    @Override
    public String execute(ToolExecutionRequest request, Object memoryId) {
        return inner.execute(request, memoryId);
    }

    /** A model may garble a path; here it stands as the server told it. */
    private void show(String result) {
        JsonNode facts = read(result);
        String path = facts.path("video").path("path").asString("");
        if (facts.path("status").asString("").equals("succeeded") && !path.isEmpty()) {
            // The notice of the last step may come after the result.
            screen.progress(100, "succeeded");
            screen.film(Path.of(path));
        }
    }

    private static JsonNode read(String result) {
        try {
            return JSON.readTree(result);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
