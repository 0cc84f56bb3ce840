package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClipReaderTest {
    private static final BufferedImage FRAME = Pictures.plain(2, 2, Color.RED);

    @TempDir
    private Path folder;

    @Test
    void asksTheNextSourceWhenOneCannotDecode() {
        ClipReader.Source broken = clip -> {
            throw new IOException("no");
        };
        ClipReader.Source empty = clip -> List.of();
        ClipReader.Source good = clip -> List.of(FRAME);

        assertThat(new ClipReader(List.of(broken, empty, good)).frames(Path.of("x")))
                .containsExactly(FRAME);
        assertThat(new ClipReader(List.of(broken, empty)).frames(Path.of("x"))).isEmpty();
    }

    @Test
    void hasNoFramesOfAFileThatIsNoClip() throws Exception {
        Path words = Files.writeString(folder.resolve("words.mp4"), "words, not frames");

        assertThat(new ClipReader(320, () -> false).frames(words)).isEmpty();
        assertThat(new ClipReader(320, () -> false).frames(folder.resolve("gone.mp4")))
                .isEmpty();
    }
}
