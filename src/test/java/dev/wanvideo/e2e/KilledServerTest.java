package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.kill.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Servers on one home are killed in the middle of their work, again and again, while another one lives on. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
final class KilledServerTest {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    @Test
    void finishesEveryAcknowledgedTaskOfServersThatWereKilled() throws Exception {
        Premises premises = Premises.in(folder);
        HomeDatabase database = new HomeDatabase(premises.home());
        List<String> acknowledged = new ArrayList<>();
        int atWork = 0;
        try (RawPipe survivor = RawPipe.open(premises)) {
            for (int round = 0; round < KILLS; round++) {
                try (Victim victim = new Victim(premises)) {
                    acknowledged.addAll(victim.create(2, 1000 + 10 * round));
                    victim.awaitRender(acknowledged.get(acknowledged.size() - 1));
                    atWork += database.renders() ? 1 : 0;
                }
            }
            // Nobody has called the survivor: it finds by itself what was left.
            Patience.until("what was left to be finished", () -> database.unfinished() == 0);
            for (String task : acknowledged) {
                assertThat(survivor.waitFor(task).status()).as(task).isEqualTo("succeeded");
            }
        }
        System.err.println(KILLS + " servers killed, a film in the making at " + atWork + " of the kills; "
                + acknowledged.size() + " acknowledged tasks, all finished");
        assertThat(database.integrity()).isEqualTo("ok");
        assertThat(database.tasks()).isEqualTo(acknowledged.size());
        nextStartSweeps(premises);
    }

    /** What a killed process was unpacking is the next start's to remove, once it is old enough to be nobody's. */
    private static void nextStartSweeps(Premises premises) throws Exception {
        for (Path left : HomeDatabase.halfMade(premises.home(), premises.films())) {
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(3600)));
        }
        try (RawPipe last = RawPipe.open(premises)) {
            last.call("list_tasks", Map.of());
            Patience.until(
                    "working files to be removed",
                    () -> HomeDatabase.halfMade(premises.home(), premises.films())
                            .isEmpty());
        }
    }

    /** A server that ends with a kill, and whose pipe is checked all the same. */
    private static final class Victim implements AutoCloseable {
        private final RawPipe server;

        Victim(Premises premises) {
            server = RawPipe.open(premises);
        }

        List<String> create(int count, int seed) {
            List<String> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Map<String, Object> film = TwoCharacters.film(2);
                film.put("seed", seed + i);
                Reply created = server.call("create_reference_video", film);
                assertThat(created.isError()).as(created.text()).isFalse();
                tasks.add(created.taskId());
            }
            return tasks;
        }

        /** Returns at the first sign that the task is on its way, or when it is through. */
        void awaitRender(String task) {
            server.requestCall("get_task", Map.of("task_id", task, "wait_seconds", 45));
            JsonNode progress = server.nextNotification();
            assertThat(progress.path("method").asString("")).isEqualTo("notifications/progress");
        }

        @Override
        public void close() {
            server.kill();
            server.close();
        }
    }
}
