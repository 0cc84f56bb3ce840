package dev.wanvideo.mcp;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.Map;

/** The answer when it is not known whether a task was made: unlike a refusal it must not promise that nothing was. */
final class Unclear {
    private static final String MESSAGE =
            "The server failed while it stored the film's task, and cannot tell whether the"
                    + " film was begun or charged.";
    private static final String NEXT =
            "Call list_tasks: if the film is there, go on with get_task; if it is not, nothing was"
                    + " charged, and the call can be repeated.";

    private Unclear() {}

    static Answer creation() {
        String category = Category.OUTCOME_UNKNOWN.word();
        return Answer.failed(
                category + ": " + MESSAGE + "\nNext: " + NEXT,
                new Facts()
                        .put("cost", Map.of("charged", Charged.UNKNOWN.word()))
                        .put(
                                "error",
                                new Facts()
                                        .put("category", category)
                                        .put("message", MESSAGE)
                                        .map())
                        .put("next_step", NEXT)
                        .map());
    }
}
