package dev.wanvideo.mcp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arguments of {@code get_task}.
 *
 * @param sheet whether the finished film's contact sheet comes with the answer as a picture
 */
record GetTaskArguments(Optional<String> taskId, Duration patience, boolean sheet) {
    static final String INLINE = "inline";
    static final List<String> SHEET_WORDS = List.of(INLINE, "none");

    static GetTaskArguments read(Arguments in) {
        GetTaskArguments read = new GetTaskArguments(
                in.required("task_id", TaskId.LIMIT).map(String::strip),
                Duration.ofSeconds(in.within("wait_seconds", 0, Limits.WAIT_SECONDS, Limits.WAIT_SECONDS)),
                in.choice("sheet", SHEET_WORDS, Function.identity())
                        .map(INLINE::equals)
                        .orElse(true));
        in.refuseUnknown();
        return read;
    }
}
