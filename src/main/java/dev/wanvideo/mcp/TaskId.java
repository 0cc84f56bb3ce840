package dev.wanvideo.mcp;

/** What the argument {@code task_id} must be. */
final class TaskId {
    static final String LIMIT = "the task_id that create_reference_video or list_tasks gave";

    private TaskId() {}
}
