package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.video.Category;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureReaderTest {
    @TempDir
    private Path folder;

    @Test
    void refusesAPictureOfMoreThanAHundredMegapixelsBeforeDecodingIt() throws Exception {
        Path bomb = Files.write(folder.resolve("bomb.png"), pngHeader(20_000, 20_000));

        MediaProblem problem = catchThrowableOfType(
                MediaProblem.class, () -> new PictureReader(640).read(bomb, "the picture of \"Anna\""));

        assertThat(problem.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(problem).hasMessage("the picture of \"Anna\" has 20000x20000 pixels, which is too many to draw");
        assertThat(problem.limit()).isEqualTo("at most 100 megapixels");
    }

    @Test
    void refusesAFileThatIsNoPicture() throws Exception {
        Path text = Files.writeString(folder.resolve("words.png"), "words");

        MediaProblem problem =
                catchThrowableOfType(MediaProblem.class, () -> new PictureReader(640).read(text, "the start image"));

        assertThat(problem).hasMessage("the start image is not a picture that can be drawn");
    }

    @Test
    void refusesAFileThatIsGone() {
        MediaProblem problem = catchThrowableOfType(
                MediaProblem.class, () -> new PictureReader(640).read(folder.resolve("gone.png"), "the start image"));

        assertThat(problem).hasMessageContaining("unreadable").hasMessageNotContaining(folder.toString());
    }

    @Test
    void makesLargePicturesAsSmallAsTheyWillBeDrawn() throws Exception {
        Path large = Files.write(folder.resolve("large.png"), Samples.picture("png", 1000, 500));

        BufferedImage picture = new PictureReader(100).read(large, "it");

        assertThat(picture.getWidth()).isEqualTo(100);
        assertThat(picture.getHeight()).isEqualTo(50);
    }

    @Test
    void turnsAPhotographUpright() throws Exception {
        BufferedImage lying = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 10; x++) {
                lying.setRGB(x, y, 0xFFFFFF);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(lying, "jpeg", jpeg);
        Path photograph = Files.write(folder.resolve("photo.jpg"), withOrientation(jpeg.toByteArray(), 6));

        BufferedImage upright = new PictureReader(640).read(photograph, "it");

        assertThat(upright.getWidth()).isEqualTo(20);
        assertThat(upright.getHeight()).isEqualTo(40);
        assertThat(upright.getRGB(10, 4) & 255).as("top, once the left side").isGreaterThan(200);
        assertThat(upright.getRGB(10, 30) & 255).isLessThan(50);
    }

    static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer block = ByteBuffer.allocate(36);
        block.putShort((short) 0xFFE1).putShort((short) 34);
        block.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        block.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        block.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        block.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 36);
        return whole.put(jpeg, 0, 2)
                .put(block.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 sum = new CRC32();
        sum.update(chunk.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.putLong(0x89504E470D0A1A0AL).putInt(13).put(chunk.array()).putInt((int) sum.getValue());
        return png.array();
    }
}
