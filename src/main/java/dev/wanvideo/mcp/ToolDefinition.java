package dev.wanvideo.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One tool as clients see it.
 *
 * @param hints {@code readOnlyHint destructiveHint idempotentHint openWorldHint}, all of them
 */
record ToolDefinition(ToolName name, String title, String description, Schema input, Schema output, Hints hints) {

    /** What a client may assume of a call before it asks its user. */
    record Hints(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {}

    /** The definition as {@code tools/list} carries it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name.word());
        json.put("description", description);
        json.put("inputSchema", input.map());
        json.put("outputSchema", output.map());
        json.put("annotations", annotations());
        if (shown()) {
            json.put("_meta", Viewer.toolMeta());
        }
        return json;
    }

    /** What hosts read beyond the protocol; null when there is nothing. */
    @Nullable
    Map<String, Object> meta() {
        return shown() ? Viewer.toolMeta() : null;
    }

    /** Whether a host may show its answers in the viewer. */
    private boolean shown() {
        return name == ToolName.CREATE_REFERENCE_VIDEO || name == ToolName.GET_TASK;
    }

    private Map<String, Object> annotations() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", title);
        json.put("readOnlyHint", hints.readOnly());
        json.put("destructiveHint", hints.destructive());
        json.put("idempotentHint", hints.idempotent());
        json.put("openWorldHint", hints.openWorld());
        return json;
    }
}
