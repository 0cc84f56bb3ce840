package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.task.Advance;
import dev.wanvideo.task.Cost;
import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskError;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NextStepTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"UNAVAILABLE", "TIMEOUT", "NOT_FOUND", "PROTOCOL", "OUTCOME_UNKNOWN"})
    void nobodyIsInvitedToPayAgainForWhatWasOrMayHaveBeenPaidFor(Category category) {
        assertThat(NextStep.after(failed(category, Charged.YES, Optional.of("p-1"))))
                .contains("task p-1 at preview", "Do not have it made again without asking", "was paid for")
                .doesNotContain("Try again");
        assertThat(NextStep.after(failed(category, Charged.UNKNOWN, Optional.empty())))
                .contains("the film at preview", "Do not have it made again without asking", "may have been paid for")
                .doesNotContain("Try again");
    }

    @Test
    void whatWasFreeMayBeTriedAgain() {
        assertThat(NextStep.after(failed(Category.UNAVAILABLE, Charged.NO, Optional.of("p-1"))))
                .contains("Try again later")
                .doesNotContain("paid");
        assertThat(NextStep.after(failed(Category.CONTENT_REFUSED, Charged.UNKNOWN, Optional.of("p-1"))))
                .contains("Change the prompt");
    }

    private Task failed(Category category, Charged charged, Optional<String> providerTaskId) {
        FakeTasks tasks = new FakeTasks();
        Bench bench = Bench.in(folder, tasks);
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.fails("task-1", category, "It went wrong.");
        Task task = tasks.find("task-1").orElseThrow();
        Advance advance = task.advance();
        return new Task(
                task.id(),
                TaskStatus.FAILED,
                task.provider(),
                task.request(),
                new Advance(30, Optional.empty(), providerTaskId, advance.providerStatus(), advance.details()),
                new Cost(task.cost().quote(), Optional.empty(), charged),
                new Outcome(Optional.empty(), Optional.of(new TaskError(category, "It went wrong."))),
                task.times(),
                task.warnings());
    }
}
