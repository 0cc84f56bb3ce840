package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskError;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.video.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to change after a provider refused a film, or after its limits did. */
final class FixRefusal implements AuthoringPrompt {
    private static final int MOST_OFFERED = 50;
    private static final Argument TASK = Argument.optional("task_id", "The task that failed");
    private static final Argument MESSAGE =
            Argument.optional("message", "Or what the refusal said, if no task was made");

    private final Tenancy tasks;

    FixRefusal(Tenancy tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "fix_refusal";
    }

    @Override
    public String title() {
        return "Mend a refused film";
    }

    @Override
    public String description() {
        return "What to change after a content refusal or a broken limit, and how to ask again without paying twice.";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(TASK, MESSAGE);
    }

    @Override
    public String text(Principal principal, Map<String, String> given) throws UnusableArgument {
        Optional<Task> task = task(principal, given);
        Optional<String> message = Optional.ofNullable(given.get(MESSAGE.name()));
        if (task.isEmpty() && message.isEmpty()) {
            throw new UnusableArgument("give task_id (of a task that failed) or message (what the refusal said)");
        }
        Optional<TaskError> error = task.flatMap(failed -> failed.outcome().error());
        return """
                A film of the user was refused. Find out why, change as little as helps, and ask again.

                %s%s
                What helps:
                %s
                Money: look at `cost.charged` of the task first. With "unknown" ask the user before anything is made \
                again; with "no" a new request is free of double payment. A new request needs a new request_id.
                %s
                %s""".formatted(
                        task.map(RequestWords::of).orElse(""),
                        message.or(() -> error.map(TaskError::message))
                                .map(said -> "It said: " + said + "\n")
                                .orElse(""),
                        error.map(known -> advice(known.category())).orElseGet(FixRefusal::allAdvice),
                        Common.CALLS,
                        Guide.text());
    }

    private Optional<Task> task(Principal principal, Map<String, String> given) throws UnusableArgument {
        String id = given.get(TASK.name());
        if (id == null) {
            return Optional.empty();
        }
        Task task = tasks.of(principal)
                .find(id.strip())
                .orElseThrow(() -> new UnusableArgument("task_id names no task; list_tasks shows those there are"));
        if (task.status() != TaskStatus.FAILED) {
            throw new UnusableArgument("task_id must be of a task that failed; this one is "
                    + task.status().word());
        }
        return Optional.of(task);
    }

    private static String advice(Category category) {
        return switch (category) {
            case CONTENT_REFUSED -> """
                - Take out of prompt and references: real or famous faces, children, logos and brands, nudity, blood and weapons.
                - Ask the user for a drawn or otherwise made-up picture where a real face was refused.
                - Put violent or suggestive words more mildly; the same request is refused again, everywhere.
                """;
            case INVALID_REQUEST, UNSUPPORTED -> """
                - Each violation names a field, its value and its limit: change just that, to the nearest value that is allowed.
                - Where a violation names providers that take it as it is, offer `provider` with one of them.
                - For pictures that are too large, transparent or turned, call with fix_media: true.
                """;
            case NOT_FOUND -> """
                - A reference could not be read: ask for another address that anybody can open for an hour, or a local file.
                """;
            case OVER_BUDGET -> """
                - Offer fewer seconds, 720p or a cheaper provider; a higher limit is the user's to give.
                """;
            default -> """
                - Nothing in the request caused this; do not change it. Tell the user, and try again later or elsewhere.
                """;
        };
    }

    private static String allAdvice() {
        return advice(Category.CONTENT_REFUSED) + advice(Category.INVALID_REQUEST) + advice(Category.NOT_FOUND);
    }

    @Override
    public List<String> values(Principal principal, String argument) {
        return argument.equals(TASK.name())
                ? tasks.of(principal).list(Optional.of(TaskStatus.FAILED), MOST_OFFERED).stream()
                        .map(Task::id)
                        .toList()
                : List.of();
    }
}
