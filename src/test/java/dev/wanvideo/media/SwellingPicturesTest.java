package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.wanvideo.hostile.HostilePictures;
import dev.wanvideo.hostile.HostileRow;
import dev.wanvideo.hostile.HostileRow.Kind;
import dev.wanvideo.hostile.Lair;
import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.Fetcher;
import dev.wanvideo.video.MediaKind;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much memory small files can make a reader take: counted by the byte, since a limit on time tells nothing. */
final class SwellingPicturesTest {
    private static final long MEGABYTE = 1 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path temp;

    @Test
    void noBombIsLookedAtInMoreThanAFewMegabytes() throws Exception {
        Lair lair = Lair.under(temp);
        MediaRoots roots = new MediaRoots(List.of(lair.inside()), temp);
        try (Fetcher fetcher = new Fetcher(new AddressGuard(Set.of()))) {
            ReferenceFiles files = new ReferenceFiles(roots, fetcher, new Scratch(temp.resolve("scratch")));
            for (HostileRow row : HostileRow.of(Kind.CONTENT)) {
                for (MediaKind kind : MediaKind.values()) {
                    var source = SourceText.parse(row.source(lair.places()));
                    assertThat(taken(() -> files.look(source, kind, Mend.PICTURES)))
                            .as(row + " as " + kind)
                            .isLessThan(8 * MEGABYTE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void noTextOrProfileInsideAPictureIsUnpacked(String chunk) throws Exception {
        assertDrawnWithinTheUsual(HostilePictures.swelling(chunk), true);
    }

    @Test
    void noFrameIsUnpackedThatIsLargerThanItsPicture() throws Exception {
        assertDrawnWithinTheUsual(HostilePictures.inner(), false);
        assertDrawnWithinTheUsual(HostilePictures.innerLossless(), false);
    }

    @Test
    void noRoomIsMadeForAStripThatIsNotThere() throws Exception {
        assertDrawnWithinTheUsual(HostilePictures.tiff(320, 320, Integer.MAX_VALUE - 8), false);
    }

    private void assertDrawnWithinTheUsual(byte[] picture, boolean sound) throws Exception {
        Path file = Files.write(temp.resolve("picture"), picture);
        boolean[] drawn = new boolean[1];
        long taken = taken(() -> drawn[0] = draws(file));

        assertThat(taken).isLessThan(HostilePictures.SWOLLEN / 8);
        assertThat(drawn[0]).isEqualTo(sound);
    }

    private static boolean draws(Path file) {
        try {
            return new PictureReader(640).read(file, "it").getWidth() == 320;
        } catch (MediaProblem refused) {
            return false;
        }
    }

    /** Bytes that this thread asked for meanwhile. */
    private static long taken(Work work) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Something to measure. */
    private interface Work {
        void run() throws Exception;
    }
}
