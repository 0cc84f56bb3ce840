package dev.wanvideo.media.animatic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.video.FrameSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContactSheetTest {
    @TempDir
    static Path letters;

    private static Typeface typeface;

    @BeforeAll
    static void loadLetters() throws IOException {
        typeface = Typeface.load(letters);
    }

    private static ContactSheet sheet(int width, int height) {
        Palette palette = Palette.pick(new SplittableRandom(1));
        return new ContactSheet(new Look(new FrameSize(width, height), typeface, palette));
    }

    @Test
    void staysWithinItsBytesEvenForNoise() throws Exception {
        ContactSheet sheet = sheet(640, 360);
        BufferedImage noise = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 640; x++) {
                noise.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        for (int cell = 0; cell < ContactSheet.CELLS; cell++) {
            sheet.add(noise, cell);
        }

        byte[] jpeg = sheet.jpeg();

        assertThat(jpeg).hasSizeLessThanOrEqualTo(200_000);
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isGreaterThan(400);
    }

    @ParameterizedTest
    @CsvSource({"640,360", "360,640", "480,480", "552,416", "416,552"})
    void isWideAndNotTooHighForEveryShapeOfFilm(int width, int height) throws Exception {
        ContactSheet sheet = sheet(width, height);
        for (int cell = 0; cell < ContactSheet.CELLS; cell++) {
            sheet.add(Pictures.plain(width, height, Color.ORANGE), cell);
        }

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sheet.jpeg()));

        assertThat(picture.getWidth()).isBetween(1200, 1445);
        assertThat(picture.getHeight()).isBetween(300, 900);
    }
}
