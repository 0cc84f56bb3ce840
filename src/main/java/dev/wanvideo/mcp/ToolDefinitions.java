package dev.wanvideo.mcp;

import dev.wanvideo.mcp.ToolDefinition.Hints;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The five tools as clients see them, generated from the limits of WAN 2.7. */
public final class ToolDefinitions {
    private ToolDefinitions() {}

    /** The exact text of {@code tools.json}: one line of compact JSON, no line end. */
    public static String json() {
        return JsonMapper.shared()
                .writeValueAsString(all().stream().map(ToolDefinition::json).toList());
    }

    static List<ToolDefinition> all() {
        return Arrays.stream(ToolName.values()).map(ToolDefinitions::of).toList();
    }

    static ToolDefinition of(ToolName name) {
        return switch (name) {
            case CREATE_REFERENCE_VIDEO -> create();
            case GET_TASK -> getTask();
            case LIST_PROVIDERS -> listProviders();
            case LIST_TASKS -> listTasks();
            case CANCEL_TASK -> cancelTask();
        };
    }

    private static ToolDefinition create() {
        return new ToolDefinition(
                ToolName.CREATE_REFERENCE_VIDEO,
                "Create reference video",
                "Makes a WAN 2.7 film in which the referenced characters, things and places are recognisable. PAID unless"
                        + " the provider is preview (free, local): quote first with dry_run and tell the user the price."
                        + " Returns a task_id at once, the film takes minutes. Never call this again to check progress:"
                        + " use get_task. If an answer was lost, repeat with the same request_id.",
                CreateSchema.input(),
                ResultSchema.full(),
                new Hints(false, true, false, true));
    }

    private static ToolDefinition getTask() {
        return new ToolDefinition(
                ToolName.GET_TASK,
                "Get task",
                "Waits for a film (wait_seconds) and tells how it stands. When it is finished: the file's path, what it"
                        + " cost, and a contact sheet to look at. Free; repeat until status is succeeded, failed or"
                        + " cancelled.",
                Schema.object()
                        .property("task_id", Schema.text())
                        .property("wait_seconds", CreateSchema.wait(Limits.WAIT_SECONDS))
                        .property(
                                "sheet",
                                Schema.choice(GetTaskArguments.SHEET_WORDS)
                                        .or(GetTaskArguments.INLINE)
                                        .says("none: no picture"))
                        .requires("task_id"),
                ResultSchema.brief(),
                new Hints(true, false, true, true));
    }

    private static ToolDefinition listProviders() {
        return new ToolDefinition(
                ToolName.LIST_PROVIDERS,
                "List providers",
                "Who can make the film: limits, price per second, features, and which setting is missing. Free.",
                Schema.object().property("provider", Schema.text().says("Only this id")),
                ResultSchema.listOf("providers"),
                new Hints(true, false, true, false));
    }

    private static ToolDefinition listTasks() {
        return new ToolDefinition(
                ToolName.LIST_TASKS,
                "List tasks",
                "Films made and in the making, newest first: finds a task_id again. Free.",
                Schema.object()
                        .property("status", ResultSchema.statuses())
                        .property(
                                "limit",
                                Schema.integer(1, Limits.LISTED)
                                        .or(Limits.USUALLY_LISTED)
                                        .says("1-" + Limits.LISTED)),
                ResultSchema.listOf("tasks"),
                new Hints(true, false, true, false));
    }

    private static ToolDefinition cancelTask() {
        return new ToolDefinition(
                ToolName.CANCEL_TASK,
                "Cancel task",
                "Stops a film where that is possible, and says honestly whether it was and what it cost.",
                Schema.object().property("task_id", Schema.text()).requires("task_id"),
                ResultSchema.brief(),
                new Hints(false, true, true, true));
    }
}
