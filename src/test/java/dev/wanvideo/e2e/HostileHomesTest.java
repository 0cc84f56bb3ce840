package dev.wanvideo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Disks that cannot be written, or are full: one clear line, nothing charged, and on again when it is mended. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class HostileHomesTest {
    @TempDir
    Path folder;

    @Test
    void aHomeUnderAFileIsRefusedUntilTheFileIsGone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Premises premises =
                Premises.in(folder).with("WAN_VIDEO_HOME", file.resolve("data").toString());
        Hostile.assertDoctorSays(premises, Product.command(), "The data folder cannot be written");
        try (RawPipe server = RawPipe.open(premises)) {
            assertEveryToolRefuses(server, "The data folder cannot be written");
            Files.delete(file);
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
    }

    @Test
    void aReadOnlyHomeIsRefused() throws IOException {
        Needs.mounts();
        Premises premises = Premises.in(folder);
        List<String> command = PrivateMounts.command(
                PrivateMounts.readOnly(Files.createDirectories(premises.home())), Product.command());
        Hostile.assertDoctorSays(premises, command, "The data folder cannot be written");
        try (RawPipe server = RawPipe.open(premises, command)) {
            assertEveryToolRefuses(server, "set WAN_VIDEO_HOME");
        }
        Hostile.assertDoctorIsContent(premises, Product.command());
    }

    @Test
    void aReadOnlyHomeThatHoldsTasksIsRefusedAndKept() throws IOException {
        Needs.mounts();
        Premises premises = Premises.in(folder);
        try (RawPipe server = RawPipe.open(premises)) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
        byte[] before = Files.readAllBytes(premises.home().resolve("wan-video.db"));
        List<String> command = PrivateMounts.command(PrivateMounts.readOnly(premises.home()), Product.command());
        Hostile.assertDoctorSays(premises, command, "The data folder cannot be written");
        try (RawPipe server = RawPipe.open(premises, command)) {
            assertEveryToolRefuses(server, "The data folder cannot be written");
        }
        assertThat(premises.home().resolve("wan-video.db")).hasBinaryContent(before);
    }

    @Test
    void aReadOnlyOutputFolderIsRefused() throws IOException {
        Needs.mounts();
        Premises premises = Premises.in(folder);
        List<String> command = PrivateMounts.command(
                PrivateMounts.readOnly(Files.createDirectories(premises.films())), Product.command());
        Hostile.assertDoctorSays(premises, command, "The output folder cannot be written");
        try (RawPipe server = RawPipe.open(premises, command)) {
            Hostile.assertRefused(server, "create_reference_video", TwoCharacters.film(2), "set WAN_VIDEO_OUTPUT_DIR");
        }
    }

    @Test
    void aDiskFullFromTheStartIsToldAndUsedOnceThereIsRoom() throws IOException {
        Needs.mounts();
        Premises premises = onADisk();
        List<String> command = smallDisk("dd if=/dev/zero of='" + disk() + "/fill' bs=4k 2>/dev/null || true");
        Hostile.assertDoctorSays(premises, command, "The disk of the data folder is full");
        try (RawPipe server = RawPipe.open(premises, command)) {
            assertEveryToolRefuses(server, "The disk of the data folder is full");
            Files.delete(seenBy(server).resolve("fill"));
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
        }
    }

    @Test
    void aDiskThatFillsUpRefusesTheNextFilmAndTakesItOnceThereIsRoom() throws IOException {
        Needs.mounts();
        try (RawPipe server = RawPipe.open(onADisk(), smallDisk("true"))) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
            Path disk = seenBy(server);
            int taken = Hostile.assertRefusedOnceFull(server, disk);
            assertThat(server.call("list_tasks", Map.of()).facts().path("tasks").size())
                    .isEqualTo(1 + taken);
            Hostile.makeRoom(disk);
            Hostile.assertMakesAFilm(server, TwoCharacters.with("seed", 8));
        }
    }

    @Test
    void aDiskThatFillsUpUnderARenderFailsThatFilmInWordsAndLeavesNothingOfIt() throws IOException {
        Needs.mounts();
        try (RawPipe server = RawPipe.open(onADisk(), smallDisk("true"))) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
            Path disk = seenBy(server);
            PrivateMounts.fill(disk.resolve("fill"), 300_000);
            Reply failed = server.waitFor(Hostile.create(server, TwoCharacters.film(10)));
            assertThat(failed.status()).isEqualTo("failed");
            assertThat(failed.text()).contains("The film could not be saved", "is full");
            assertThat(failed.facts().path("cost").path("charged").asString("")).isEqualTo("no");
            assertThat(HomeDatabase.halfMade(disk)).isEmpty();
            Files.delete(disk.resolve("fill"));
            Hostile.assertMakesAFilm(server, TwoCharacters.with("seed", 9));
        }
    }

    @Test
    void aFilmGoesOnWhenTheDataDiskWasFullForAWhile() throws IOException {
        Needs.mounts();
        Premises premises = Premises.in(folder)
                .with("WAN_VIDEO_HOME", disk().resolve("data").toString());
        try (RawPipe server = RawPipe.open(premises, smallDisk("true"))) {
            Hostile.assertMakesAFilm(server, TwoCharacters.film(2));
            String task = Hostile.create(server, TwoCharacters.film(10));
            server.requestCall("get_task", Map.of("task_id", task, "wait_seconds", 45));
            // The copies of its references are made by then; a film that cannot have them fails.
            while (server.nextNotification().at("/params/progress").asDouble(0) < 5) {}
            Path disk = seenBy(server);
            Hostile.assertRefusedOnceFull(server, disk);
            Hostile.makeRoom(disk);
            assertThat(server.waitFor(task).status()).isEqualTo("succeeded");
            assertThat(HomeDatabase.halfMade(premises.films())).isEmpty();
        }
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    private Premises onADisk() {
        return Premises.in(folder)
                .with("WAN_VIDEO_HOME", disk().resolve("data").toString())
                .with("WAN_VIDEO_OUTPUT_DIR", disk().resolve("films").toString());
    }

    private List<String> smallDisk(String then) throws IOException {
        Files.createDirectories(disk());
        return PrivateMounts.command(PrivateMounts.disk(disk(), "5m") + "\n" + then, Product.command());
    }

    private Path seenBy(RawPipe server) {
        return PrivateMounts.inside(server.handle(), disk());
    }

    private static void assertEveryToolRefuses(RawPipe server, String words) {
        Hostile.assertRefused(server, "create_reference_video", TwoCharacters.film(2), words);
        Hostile.assertRefused(server, "get_task", Map.of("task_id", "wv_00000000000000000000"), words);
        Hostile.assertRefused(server, "list_tasks", Map.of(), words);
        Hostile.assertRefused(server, "cancel_task", Map.of("task_id", "wv_00000000000000000000"), words);
        assertThat(server.call("list_providers", Map.of()).isError()).isFalse();
    }
}
