package dev.wanvideo.mcp;

import dev.wanvideo.task.Task;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.Optional;
import java.util.Set;

/** What a model should do now: the last words of every answer. */
final class NextStep {
    static final String MAKE_ONE = "Call create_reference_video to make a film.";

    /** What only another request mends, so that asking again with the same one is no temptation. */
    private static final Set<Category> ABOUT_THE_REQUEST =
            Set.of(Category.INVALID_REQUEST, Category.CONTENT_REFUSED, Category.UNSUPPORTED);

    private NextStep() {}

    static String after(Task task) {
        return after(task, Client.UNKNOWN);
    }

    /** @param client to whom it is said */
    static String after(Task task, Client client) {
        return switch (task.status()) {
            case QUEUED, PREPARING, SUBMITTING, RUNNING, DOWNLOADING ->
                "Call get_task with task_id " + task.id() + " and wait_seconds " + client.advisedSeconds()
                        + " at once, and again until" + " it is finished" + left(task)
                        + "; do not call create_reference_video again for this film.";
            case SUBMISSION_UNKNOWN ->
                "Do not submit it again: it may already be paid for. A person can settle it with: " + resolve(task);
            case SUCCEEDED ->
                FilmPlace.of(task, FilmPart.FILM, client)
                        .map(film -> show(film, FilmPlace.of(task, FilmPart.SHEET, client)))
                        .orElse(MAKE_ONE);
            case FAILED ->
                "Tell the user why; "
                        + task.outcome()
                                .error()
                                .map(error -> afterFailure(task, error.category()))
                                .orElse(MAKE_ONE);
            case CANCELLED -> "Nothing more happens with this task. " + MAKE_ONE;
        };
    }

    private static String left(Task task) {
        return task.advance()
                .etaSeconds()
                .map(seconds -> " (about " + seconds + " s left)")
                .orElse("");
    }

    /**
     * A failed task stays as it is, so what helps is another one; what was not found was one of its references, unless a
     * provider had the task.
     */
    private static String afterFailure(Task task, Category category) {
        if (task.cost().charged() != Charged.NO && !ABOUT_THE_REQUEST.contains(category)) {
            return "a person can look for "
                    + task.advance().providerTaskId().map(id -> "task " + id).orElse("the film") + " at "
                    + task.provider() + ". Do not have it made again without asking: it "
                    + (task.cost().charged() == Charged.YES
                            ? "was paid for."
                            : "may have been paid for. Who finds it can have it fetched: " + resolve(task));
        }
        return category == Category.NOT_FOUND || category == Category.INVALID_REQUEST
                ? "put back or replace what is named above, then call create_reference_video again (with a new request_id,"
                        + " if you gave one)."
                : after(category);
    }

    private static String resolve(Task task) {
        return "wan-video-mcp resolve " + task.id() + " --provider-task-id ID | --not-charged";
    }

    /** What helps against this kind of trouble. */
    static String after(Category category) {
        return switch (category) {
            case INVALID_REQUEST -> "Correct what is named above and call again.";
            case UNSUPPORTED -> "Change what is named above, or choose another provider from list_providers.";
            case UNAUTHORIZED -> "Ask the user to set or correct the provider's key; list_providers names the setting.";
            case INSUFFICIENT_FUNDS -> "Ask the user to top up the account, or choose another provider.";
            case OVER_BUDGET -> "Ask the user for a higher limit, or make the film shorter or smaller.";
            case CONTENT_REFUSED -> "Change the prompt or the references; the same request would be refused again.";
            case RATE_LIMITED, UNAVAILABLE, TIMEOUT -> "Try again later; if it stays so, tell the user.";
            case NOT_FOUND -> "Check the name or id; list_tasks and list_providers show what there is.";
            case OUTCOME_UNKNOWN -> "Do not submit again: it may already be paid for. Ask the user.";
            case PROTOCOL -> "Tell the user; the server's log says more.";
        };
    }

    private static String show(String film, Optional<String> sheetPlace) {
        return "Show the user the film: " + film
                + sheetPlace.map(sheet -> " (contact sheet: " + sheet + ")").orElse("");
    }
}
