package dev.wanvideo.mcp;

import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.Arrays;

/**
 * The one flat shape of task results in JSON Schema. Clients hold errors to it too, so nothing is required, and an
 * error is one of its properties.
 */
final class ResultSchema {
    private ResultSchema() {}

    /** Everything that a task result can say. */
    static Schema full() {
        return head().property("video", film())
                .property("cost", cost())
                .property("provider_task_id", Schema.text())
                .property("provider_status", Schema.text())
                .property("seed", Schema.integer())
                .property("created_at", Schema.text())
                .property("plan", plan())
                .property("warnings", Schema.list(Schema.text()))
                .property("error", error())
                .property("next_step", Schema.text());
    }

    /** The same shape in few words, for the tools that come later in the list. */
    static Schema brief() {
        return head().property("video", Schema.object().property("path", Schema.text()))
                .property("error", Schema.object().property("message", Schema.text()))
                .property("next_step", Schema.text());
    }

    /** A list of things, or an error. */
    static Schema listOf(String name) {
        return Schema.object()
                .property(name, Schema.list(Schema.object()))
                .property("error", Schema.object().property("message", Schema.text()))
                .property("next_step", Schema.text());
    }

    private static Schema head() {
        return Schema.object()
                .property("task_id", Schema.text())
                .property("status", Schema.text())
                .property("provider", Schema.text())
                .property("progress", Schema.integer())
                .property("eta_seconds", Schema.integer());
    }

    private static Schema film() {
        return Schema.object()
                .property("path", Schema.text())
                .property("sheet_path", Schema.text())
                .property("poster_path", Schema.text())
                .property("url", Schema.text())
                .property("expires_at", Schema.text())
                .property("width", Schema.integer())
                .property("height", Schema.integer())
                .property("duration_seconds", Schema.number())
                .property("bytes", Schema.integer())
                .property("fetched_bytes", Schema.integer())
                .property("sha256", Schema.text());
    }

    private static Schema cost() {
        return Schema.object()
                .property("quoted_usd_low", Schema.number())
                .property("quoted_usd_high", Schema.number())
                .property("charged_usd", Schema.number())
                .property(
                        "charged",
                        Schema.choice(Arrays.stream(Charged.values())
                                .map(Charged::word)
                                .toList()));
    }

    private static Schema plan() {
        Schema considered = Schema.object()
                .property("provider", Schema.text())
                .property("taken", Schema.flag())
                .property("reasons", Schema.list(Schema.text()));
        Schema request = Schema.object()
                .property("method", Schema.text())
                .property("url", Schema.text())
                .property("body", Schema.object());
        return Schema.object().property("considered", Schema.list(considered)).property("request", request);
    }

    private static Schema error() {
        Schema violation = Schema.object()
                .property("field", Schema.text())
                .property("value", Schema.text())
                .property("limit", Schema.text())
                .property("providers", Schema.list(Schema.text()));
        return Schema.object()
                .property("category", words(Category.values()))
                .property("message", Schema.text())
                .property("violations", Schema.list(violation));
    }

    /** The words of the task states. */
    static Schema statuses() {
        return Schema.choice(
                Arrays.stream(TaskStatus.values()).map(TaskStatus::word).toList());
    }

    private static Schema words(Category... categories) {
        return Schema.choice(Arrays.stream(categories).map(Category::word).toList());
    }
}
