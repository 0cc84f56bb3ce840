package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** Reads pictures upright and no larger than they are needed. */
public final class PictureReader {
    /** A decoded picture takes three or four bytes for each pixel, whatever the length of its file. */
    static final long MOST_PIXELS = 100_000_000L;

    private static final String LIMIT = "a complete JPEG, PNG, WEBP or BMP picture";

    private final int longestSide;

    /**
     * @param longestSide how many pixels are enough for the longer side
     */
    public PictureReader(int longestSide) {
        this.longestSide = longestSide;
    }

    /**
     * The picture in a file.
     *
     * @param name what the caller calls it, for the words of a problem
     */
    public BufferedImage read(Path file, String name) throws MediaProblem {
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new MediaProblem(Category.INVALID_REQUEST, name + " is not a picture that can be drawn", LIMIT);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return ExifOrientation.turned(small(reader, name), ExifOrientation.of(file));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damage) {
            throw new MediaProblem(
                    Category.INVALID_REQUEST, name + " cannot be drawn: it is damaged or unreadable", LIMIT);
        }
    }

    private BufferedImage small(ImageReader reader, String name) throws IOException, MediaProblem {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new MediaProblem(
                    Category.INVALID_REQUEST,
                    name + " has " + width + "x" + height + " pixels, which is too many to draw",
                    "at most 100 megapixels");
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * longestSide));
        every.setSourceSubsampling(step, step, 0, 0);
        return Scaling.within(reader.read(0, every), longestSide);
    }
}
