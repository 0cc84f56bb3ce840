package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.wanvideo.hostile.HostileRow;
import dev.wanvideo.hostile.HostileRow.Kind;
import dev.wanvideo.hostile.Lair;
import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.MediaKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every path of the table against a folder of traps: a path that is taken leads to a sound picture. */
@Timeout(120)
final class HostilePathsTest {
    @TempDir
    private Path temp;

    private final Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()));
    private Lair lair;
    private ReferenceFiles files;

    @BeforeEach
    void furnish() throws Exception {
        assumeThat(Path.of("/usr/bin/mkfifo")).as("mkfifo").exists();
        lair = Lair.under(temp);
        MediaRoots roots = new MediaRoots(List.of(lair.inside()), temp);
        files = new ReferenceFiles(roots, fetcher, new Scratch(temp.resolve("scratch")));
    }

    @AfterEach
    void end() {
        fetcher.close();
    }

    @Test
    void takesWhatLiesInside() throws Exception {
        assertThat(files.look(SourceText.parse(lair.inside() + "/good.png"), MediaKind.IMAGE, Mend.NOTHING))
                .isInstanceOf(Look.Seen.class);
    }

    @Test
    void readsNothingByAnyHostilePath() throws Exception {
        for (HostileRow row : HostileRow.of(Kind.PATH)) {
            assertRefused(row, MediaKind.IMAGE);
        }
        assertThat(temp.resolve("scratch")).doesNotExist();
    }

    @Test
    void usesNoFileThatIsNotWhatItsNameSaysNorAnyBomb() throws Exception {
        for (HostileRow row : HostileRow.of(Kind.CONTENT)) {
            for (MediaKind kind : MediaKind.values()) {
                assertRefused(row, kind);
            }
        }
        assertThat(ScratchTest.copies(temp.resolve("scratch"))).isEmpty();
    }

    /** Looking and opening, as it is and with leave to mend. */
    private void assertRefused(HostileRow row, MediaKind kind) throws InterruptedException {
        for (Mend mend : Mend.values()) {
            String what = row + " as " + kind + ", mending " + mend;
            MediaProblem problem =
                    catchThrowableOfType(MediaProblem.class, () -> opened(row.source(lair.places()), kind, mend));
            assertThat(problem).as(what).isNotNull();
            assertThat(problem.getMessage() + problem.limit()).as(what).doesNotContain(temp.toString());
        }
    }

    private void opened(String text, MediaKind kind, Mend mend) throws MediaProblem, InterruptedException {
        var source = SourceText.parse(text);
        assertThat(files.look(source, kind, mend)).isInstanceOf(Look.Refused.class);
        files.open(source, kind, mend).close();
    }

    @Test
    void leadsNobodyOutByALinkThatIsPutInPlaceAfterTheCheck() throws Exception {
        byte[] good = Files.readAllBytes(lair.inside().resolve("good.png"));
        Path folder = Files.createDirectory(lair.inside().resolve("album"));
        Files.write(folder.resolve("a.png"), good);
        Files.write(lair.outside().resolve("a.png"), Samples.picture("png", 500, 500));
        try (Swapping swapping = Swapping.of(folder, lair.outside())) {
            int read = 0;
            for (int attempt = 0; attempt < 3000 || swapping.rounds() < 3000; attempt++) {
                read += contentIs(good, folder.resolve("a.png")) ? 1 : 0;
            }
            assertThat(read).as("times that the file itself was read").isPositive();
        }
    }

    /** Whether the file was read; whatever was read must be it. */
    private boolean contentIs(byte[] good, Path file) throws InterruptedException {
        MediaRoots roots = new MediaRoots(List.of(lair.inside()), temp);
        try (FileBytes bytes = roots.open(file.toString())) {
            assertThat(bytes.at(0, (int) bytes.length())).isEqualTo(good);
            return true;
        } catch (MediaProblem refused) {
            return false;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
