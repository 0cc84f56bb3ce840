package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How many calls a film costs that takes its provider five minutes, when a model does what it is told to do next. */
final class LongFilmCallsTest {
    private static final Pattern NEXT = Pattern.compile("get_task with task_id (\\S+) and wait_seconds (\\d+)");

    @TempDir
    private Path folder;

    private final List<Double> progress = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "'', false, 0, 8",
        "'', true, 0, 8",
        "'', true, 45, 7",
        "claude-ai, true, 0, 8",
        "claude-code, true, 0, 2",
        "claude-code, true, 45, 1",
        "claude-code, false, 0, 8",
        "Visual Studio Code, true, 0, 3",
    })
    void aModelThatDoesAsItIsToldNeedsFewCalls(String name, boolean told, int first, int most) {
        SlowTasks tasks = new SlowTasks();
        Bench bench = Bench.in(folder, tasks);
        Caller caller = caller(name, told);

        JsonNode answer =
                facts(bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film("'wait_seconds':" + first), caller));
        int calls = 1;
        while (!answer.path("status").asString().equals("succeeded")) {
            Matcher next = NEXT.matcher(answer.path("next_step").asString());
            assertThat(next.find()).as(answer.toString()).isTrue();
            String arguments = "{\"task_id\":\"" + next.group(1) + "\",\"wait_seconds\":" + next.group(2) + "}";
            answer = facts(bench.call(ToolName.GET_TASK, arguments, caller));
            calls++;
        }

        System.out.printf("a film of five minutes for \"%s\", progress %s: %d calls%n", name, told, calls);
        assertThat(calls).isLessThanOrEqualTo(most);
        assertThat(tasks.turns)
                .allSatisfy(turn -> assertThat(turn)
                        .isLessThanOrEqualTo(Duration.ofSeconds(told || name.startsWith("V") ? 4 : 45)));
        assertThat(progress).hasSize(told ? tasks.turns.size() : 0);
    }

    @Test
    void theModelMayLeaveTheTimeOut() {
        SlowTasks tasks = new SlowTasks();
        Bench bench = Bench.in(folder, tasks);
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        bench.call(ToolName.GET_TASK, "{\"task_id\":\"task-1\"}", caller("claude-code", true));
        assertThat(tasks.passed).isEqualTo(SlowTasks.FILM);
        assertThat(progress).hasSize(75).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aLongHeldCallStillTellsInTimeOfWhatOnlyAPersonCanSettle() {
        SlowTasks tasks = new SlowTasks();
        Bench bench = Bench.in(folder, tasks);
        bench.call(ToolName.CREATE_REFERENCE_VIDEO, bench.film(""));
        tasks.become("task-1", TaskStatus.SUBMISSION_UNKNOWN, 0, new Outcome(Optional.empty(), Optional.empty()));
        bench.call(ToolName.GET_TASK, "{\"task_id\":\"task-1\"}", caller("claude-code", true));
        assertThat(tasks.passed).isEqualTo(Duration.ofSeconds(45));
    }

    private Caller caller(String name, boolean told) {
        Client client = new Client(name, new ClientPatience(), false, false, true);
        ProgressFeed feed = told ? ProgressFeed.to((number, message) -> progress.add(number)) : ProgressFeed.UNWANTED;
        return new Caller(Principal.LOCAL, client, feed, Round.FIRST);
    }

    private static JsonNode facts(Reply reply) {
        return Bench.facts((Answer) reply);
    }

    /** Time that passes only while somebody waits. */
    private final class SlowTasks extends FakeTasks {
        static final Duration FILM = Duration.ofMinutes(5);

        final List<Duration> turns = new ArrayList<>();
        Duration passed = Duration.ZERO;

        @Override
        public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) {
            turns.add(limit);
            passed = passed.plus(limit);
            if (passed.compareTo(FILM) >= 0) {
                succeeds(id, folder.resolve("film.mp4"), Optional.empty());
            }
            return find(id);
        }
    }
}
