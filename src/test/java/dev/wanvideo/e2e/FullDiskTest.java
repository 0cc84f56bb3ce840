package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No room to write, played by a limit on the size of files, which every system grants without special rights. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void saysSoWhenThereIsNoRoomForTheHome() {
        try (RawPipe server = RawPipe.open(Premises.in(folder), withRoomFor(8))) {
            Reply reply = server.call("create_reference_video", TwoCharacters.film(2));
            assertThat(reply.isError()).as(reply.text()).isTrue();
            assertThat(reply.text()).contains("Nothing was submitted or charged.");
            assertThat(reply.facts().path("error").path("category").asString(""))
                    .isEqualTo("unavailable");
            assertThat(reply.facts().path("error").path("message").asString("")).hasLineCount(1);
            server.ping();
        }
    }

    @Test
    void letsTheDoctorSaySoInOneLine() {
        Premises premises = Premises.in(folder);
        List<String> command = new ArrayList<>(withRoomFor(8));
        command.add("doctor");
        Ran ran = Ran.of(command, folder, premises.environment(), Duration.ofMinutes(3));
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out().lines().filter(line -> line.contains("PROBLEM"))).hasSize(1);
        assertThat(ran.out() + ran.err()).doesNotContain("\tat ", "Exception", "Error:", "dev.wanvideo.");
    }

    @Test
    void finishesOrFailsAFilmThatRanOutOfRoomAndKeepsNothingHalfMade() {
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            assertThat(server.call("list_tasks", Map.of()).isError()).isFalse();
        }
        String task = begun(premises);
        try (RawPipe server = RawPipe.open(premises)) {
            if (!task.isEmpty()) {
                assertThat(server.waitFor(task).status()).isIn("succeeded", "failed");
            }
        }
        assertThat(HomeDatabase.halfMade(premises.home(), premises.films())).isEmpty();
        assertThat(new HomeDatabase(premises.home()).integrity()).isEqualTo("ok");
    }

    /** The id of a film that was begun without room for it; empty when it was refused. */
    private static String begun(Premises premises) {
        try (RawPipe server = RawPipe.open(premises, withRoomFor(300))) {
            Reply created = server.call("create_reference_video", TwoCharacters.film(2));
            if (!created.isError()) {
                Map<String, ?> wait = Map.of("task_id", created.taskId(), "wait_seconds", 20);
                Reply seen = server.call("get_task", wait);
                assertThat(seen.isError() || !seen.status().equals("succeeded"))
                        .as(seen.text())
                        .isTrue();
            }
            server.ping();
            return created.taskId();
        }
    }

    /** A server that cannot write files of more than this many KiB. */
    private static List<String> withRoomFor(int kib) {
        String script = "ulimit -f " + 2 * kib + "; exec \"$@\"";
        return List.of(
                "sh", "-c", script, "sh", Product.java(), "-jar", Product.jar().toString());
    }
}
