package dev.wanvideo.mcp;

import java.util.Locale;

/** The tools, in the order in which clients see them. */
enum ToolName {
    CREATE_REFERENCE_VIDEO,
    GET_TASK,
    LIST_PROVIDERS,
    LIST_TASKS,
    CANCEL_TASK;

    /** The name on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
