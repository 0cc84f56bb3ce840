package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StepQueueTest {
    private static final String OURS = "drive.ours.one";
    private static final String STRANGER = "drive.stranger.two";
    private static final Pace QUICK = new Pace(
            Duration.ofMillis(50),
            4,
            Duration.ofMillis(50),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            1,
            1,
            Optional.empty());

    @TempDir
    private Path folder;

    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    /** A step whose owner has been silent for long. */
    private static void dead(Database database, String name, String id) {
        database.write(
                Hold.NOTHING,
                connection -> Sql.update(
                        connection,
                        "INSERT INTO task_step (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) VALUES (?, ?, 0, ?, 'somebody', 1, 1)",
                        name,
                        id,
                        true));
    }

    private void awaitLooksForTheDead(Database database, int looks) throws InterruptedException {
        for (int i = 1; i <= looks; i++) {
            dead(database, OURS, "ours-" + i);
            assertThat(ran.poll(60, TimeUnit.SECONDS)).isEqualTo("ours-" + i);
        }
    }

    @Test
    void keepsTheStepsOfAccountsThatOtherProcessesHold() throws IOException, InterruptedException {
        TaskSettings settings = new TaskSettings(
                Files.createDirectories(folder.resolve("home")),
                folder.resolve("films"),
                Optional.empty(),
                Clock.systemUTC(),
                QUICK);
        try (Database database = SqliteDatabase.open(settings.home())) {
            dead(database, STRANGER, "film");
            Wakefulness awake = new Wakefulness(
                    settings.clock(), System::nanoTime, settings.pace().lease());
            try (StepQueue steps =
                    new StepQueue(database, Map.of(OURS, Execution.LOCAL), settings, awake, (name, id) -> {
                        ran.add(id);
                        return Next.DONE;
                    })) {
                steps.start();
                // The first look notes the stranger; a later one would remove what was noted.
                awaitLooksForTheDead(database, 4);
            }
            long left = database.read(connection ->
                    Sql.number(connection, "SELECT COUNT(*) FROM task_step WHERE task_name = ?", STRANGER));
            assertThat(left).isEqualTo(1);
        }
    }
}
