package dev.wanvideo.bench;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the task in an answer. */
final class TaskIds {
    private static final Pattern TASK = Pattern.compile("wv_[0-9a-z]{20}");

    private TaskIds() {}

    static String in(String answer) throws IOException {
        Matcher task = TASK.matcher(answer);
        if (!task.find()) {
            throw new IOException("no film was begun: " + answer);
        }
        return task.group();
    }

    /** Waits for the film; the last answer. */
    static String awaited(Talk talk, String task) throws IOException {
        String seen = "";
        while (!seen.contains("\"status\":\"succeeded\"")) {
            if (seen.contains("\"status\":\"failed\"")) {
                throw new IOException("the film failed: " + seen);
            }
            seen = talk.call(look(task, 45));
        }
        return seen;
    }

    /** The params of a look at a task. */
    static String look(String task, int wait) {
        return "{\"name\":\"get_task\",\"arguments\":{\"task_id\":\"" + task + "\",\"sheet\":\"none\",\"wait_seconds\":"
                + wait + "}}";
    }
}
