package dev.wanvideo.task;

import java.time.Instant;

/**
 * That a task has ended, to be told to whoever wants to know.
 *
 * @param id the same at each try, another for each end of a task
 * @param json what is told, the same at each try
 * @param ended when it ended
 * @param tries how often it was tried to tell, this one included
 */
public record Notice(String id, String taskId, String json, Instant ended, int tries, long rev) {
    static Notice of(TaskRow row, int tries) {
        return new Notice(
                "end_" + row.id() + "_" + row.rev(),
                row.id(),
                NoticeText.of(row.task()),
                row.task().times().updated(),
                tries,
                row.rev());
    }
}
