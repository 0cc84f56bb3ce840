package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExifOrientationTest {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xDA, 0, 2};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsTheOrientation(int orientation) {
        assertThat(ExifOrientation.of(PictureReaderTest.withOrientation(JPEG, orientation)))
                .isEqualTo(orientation);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1})
    void takesNonsenseAsUpright(int orientation) {
        assertThat(ExifOrientation.of(PictureReaderTest.withOrientation(JPEG, orientation)))
                .isEqualTo(ExifOrientation.UPRIGHT);
    }

    @Test
    void takesEveryCutOffFileAsUprightOrAsItSays() {
        byte[] whole = PictureReaderTest.withOrientation(JPEG, 6);
        for (int length = 0; length < whole.length; length++) {
            assertThat(ExifOrientation.of(Arrays.copyOf(whole, length))).isIn(ExifOrientation.UPRIGHT, 6);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,30,0", "3,30,20", "4,0,20", "5,0,0", "6,20,0", "7,20,30", "8,0,30"})
    void bringsTheFirstStoredPixelToItsCorner(int orientation, double x, double y) {
        AffineTransform upright = ExifOrientation.upright(orientation, 30, 20);

        assertThat(upright.transform(new Point2D.Double(0, 0), null)).isEqualTo(new Point2D.Double(x, y));
    }
}
