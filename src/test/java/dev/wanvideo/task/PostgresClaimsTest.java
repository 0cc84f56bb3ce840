package dev.wanvideo.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.postgres.PostgresServer;
import dev.wanvideo.provider.Execution;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims that go on where the one before ended. */
final class PostgresClaimsTest {
    private static final String NAME = "drive.ours.one";
    private static final int STEPS = 100;
    // It looks when it is told to, and else too late for this test.
    private static final Pace PACE = new Pace(
            Duration.ofSeconds(2),
            4,
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(2),
            2,
            2,
            Optional.empty());

    @TempDir
    Path folder;

    private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

    @Test
    void stepsThatBecomeDueBeforeThosePlacesAreTakenToo() throws Exception {
        Optional<String> server = Optional.of(PostgresServer.database());
        TaskSettings settings = new TaskSettings(
                folder.resolve("home"), folder.resolve("films"), server, Optional.empty(), Clock.systemUTC(), PACE);
        try (Database database = Databases.open(settings)) {
            Instant past = Instant.now().minusSeconds(STEPS);
            IntStream.range(0, STEPS).forEach(i -> add(database, "film-" + i, past.plusMillis(i)));
            Wakefulness awake = new Wakefulness(settings.clock(), System::nanoTime, PACE.lease());
            try (StepQueue steps = new StepQueue(
                    database, Map.of(NAME, Execution.LOCAL), settings, awake, (name, id) -> ran(database, id))) {
                steps.start();
                List<String> all = new ArrayList<>();
                while (all.size() < 2 * STEPS) {
                    String one = ran.poll(60, TimeUnit.SECONDS);
                    assertThat(one).as("after %s", all).isNotNull();
                    all.add(one);
                    steps.look();
                }
                assertThat(all)
                        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, STEPS)
                                .boxed()
                                .flatMap(i -> Stream.of("film-" + i, "hastened-film-" + i))
                                .toList());
            }
        }
    }

    /** Each step hastens another one. */
    private Next ran(Database database, String id) {
        if (!id.startsWith("hastened")) {
            add(database, "hastened-" + id, Instant.EPOCH);
        }
        ran.add(id);
        return Next.DONE;
    }

    private static void add(Database database, String id, Instant due) {
        database.writeUnsynced(
                Hold.NOTHING,
                connection -> Sql.update(
                        connection,
                        "INSERT INTO task_step (task_name, task_instance, execution_time, picked, version)"
                                + " VALUES (?, ?, ?, ?, 1)",
                        NAME,
                        id,
                        due,
                        false));
    }
}
