package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.FrameSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AvcEncoderTest {
    private static final FrameSize SIZE = new FrameSize(88, 58);

    @TempDir
    private Path folder;

    @Test
    void keepsPicturesSharpAndTrueUpToTheLastFrameBeforeTheNextKeyFrame() throws Exception {
        Path film = folder.resolve("film.mp4");
        AvcEncoder encoder = new AvcEncoder(SIZE);
        try (Mp4Writer writer = new Mp4Writer(film, new Mp4Plan(SIZE, 8, 2, List.of(0), encoder.configuration()))) {
            for (int frame = 0; frame < 16; frame++) {
                writer.add(encoder.encode(pixels(drawn(frame)), frame == 0));
            }
            writer.finish();
        }

        List<BufferedImage> decoded = CodecClip.moving(88, () -> false).frames(film);

        assertThat(decoded).hasSize(16);
        for (int frame = 0; frame < 16; frame++) {
            assertThat(meanError(decoded.get(frame), drawn(frame)))
                    .as("frame %d", frame)
                    .isLessThan(6);
        }
    }

    @Test
    void encodesNoiseWithoutRunningOutOfRoom() {
        AvcEncoder encoder = new AvcEncoder(SIZE);
        SplittableRandom random = new SplittableRandom(1);
        int[] noise = random.ints(SIZE.width() * SIZE.height(), 0, 0x1000000).toArray();

        assertThat(encoder.encode(noise, true).remaining()).isPositive();
        assertThat(encoder.encode(new int[noise.length], false).remaining()).isPositive();
        assertThat(encoder.encode(noise, false).remaining()).isPositive();
    }

    /** Flat colours that move: chroma loss at edges stays small against the areas. */
    private static BufferedImage drawn(int frame) {
        BufferedImage picture = Pictures.plain(SIZE.width(), SIZE.height(), new Color(40, 90, 160));
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(230, 120, 40));
        g.fillOval(4 + frame * 3, 8, 40, 40);
        g.dispose();
        return picture;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static double meanError(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                sum += Pictures.distance(new Color(one.getRGB(x, y)), new Color(other.getRGB(x, y)));
            }
        }
        return sum / SIZE.width() / SIZE.height();
    }
}
