package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {
    @TempDir
    private Path temp;

    /** All files that are no locks, as far below as they lie. */
    static List<Path> copies(Path scratch) throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(ScratchRoom.LOCK))
                    .toList();
        }
    }

    @Test
    void makesNothingBeforeTheFirstCopy() {
        Path folder = temp.resolve("scratch");
        try (Scratch scratch = new Scratch(folder)) {
            scratch.sweep();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void givesEveryCopyAPlaceOfItsOwnAndTakesAllAwayInTheEnd() throws Exception {
        try (Scratch scratch = new Scratch(temp)) {
            Path one = Files.writeString(scratch.file(".a"), "one");
            Path other = Files.writeString(scratch.file(".a"), "other");
            scratch.sweep();
            assertThat(copies(temp)).containsExactlyInAnyOrder(one, other);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void isGoodForNewCopiesAfterItWasEmptied() throws Exception {
        try (Scratch scratch = new Scratch(temp)) {
            scratch.file(".a");
            scratch.close();
            assertThat(Files.writeString(scratch.file(".a"), "again")).startsWith(temp);
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void leavesTheFilesOfALivingProcessAndRemovesThoseOfAKilledOne() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScratchKeeper.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
                Scratch scratch = new Scratch(temp)) {
            Path others = Path.of(said.readLine());
            Path mine = Files.writeString(scratch.file(".mine"), "mine");

            scratch.sweep();
            assertThat(copies(temp)).containsExactlyInAnyOrder(others, mine);

            other.destroyForcibly().waitFor();
            scratch.sweep();
            assertThat(copies(temp)).containsExactly(mine);
            assertThat(others.getParent()).doesNotExist();
        } finally {
            other.destroyForcibly();
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void leavesAloneWhatItDidNotMake() throws Exception {
        Path foreign = Files.writeString(temp.resolve("notes.txt"), "mine");
        try (Scratch scratch = new Scratch(temp)) {
            scratch.sweep();
        }
        assertThat(foreign).exists();
    }
}
