package dev.wanvideo.mcp;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.Map;

/** Answers for calls that broke: unlike a refusal they cannot always tell what was already done. */
final class Trouble {
    private Trouble() {}

    /** A fault of this server. */
    static Answer ours(ToolName tool) {
        if (tool != ToolName.CREATE_REFERENCE_VIDEO) {
            return Refusals.of(Category.PROTOCOL, "The server could not carry out " + tool.word() + ".");
        }
        return unclear(
                Category.PROTOCOL,
                "The server could not carry out create_reference_video, and cannot tell whether the film was begun.",
                "Call list_tasks: if the film is there, go on with get_task; if not, nothing was charged, and the call can be"
                        + " repeated.");
    }

    /** A call that its client cancelled. */
    static Answer cutOff() {
        return unclear(
                Category.TIMEOUT,
                "The call was cancelled; a film that was already begun goes on.",
                "Call list_tasks to see the films that are being made.");
    }

    private static Answer unclear(Category category, String message, String next) {
        return Answer.failed(
                category.word() + ": " + message + "\nNext: " + next,
                new Facts()
                        .put("cost", Map.of("charged", Charged.UNKNOWN.word()))
                        .put(
                                "error",
                                new Facts()
                                        .put("category", category.word())
                                        .put("message", message)
                                        .map())
                        .put("next_step", next)
                        .map());
    }
}
