package dev.wanvideo.media.animatic;

import dev.wanvideo.media.Jpeg;
import dev.wanvideo.media.Scaling;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as JPEG that are not longer than they may be, coarser or smaller where they have to. */
final class SmallJpeg {
    private static final float WORST = 0.35f;
    private static final float STEP = 0.06f;

    private SmallJpeg() {}

    /** @param best quality to begin with, 0-1 */
    static byte[] of(BufferedImage whole, int mostBytes, float best) throws IOException {
        BufferedImage picture = whole;
        while (true) {
            for (float quality = best; quality > WORST; quality -= STEP) {
                byte[] jpeg = jpeg(picture, quality);
                if (jpeg.length <= mostBytes) {
                    return jpeg;
                }
            }
            picture = Scaling.to(picture, picture.getWidth() * 0.75, picture.getHeight() * 0.75);
        }
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            Jpeg.write(picture, quality, out);
        }
        return bytes.toByteArray();
    }
}
