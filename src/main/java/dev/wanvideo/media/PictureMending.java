package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Makes usable copies of pictures that break a limit, as far as they still show the same afterwards: nothing is
 * enlarged, since that invents, and nothing is cropped, since that loses.
 */
final class PictureMending {
    private static final MediaLimits LIMITS = MediaLimits.IMAGE;
    private static final int LONGEST_SIDE = LIMITS.sides().orElseThrow().to();

    /** The first is as good as untouched; below the last, a face may become another. */
    private static final float[] QUALITIES = {0.95f, 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f};

    private PictureMending() {}

    /** What would make the picture usable, found out without decoding it; empty when nothing can. */
    static Optional<Treatment> treatment(Bytes file) throws InterruptedException {
        try {
            MediaFacts facts =
                    new ContentProbe(MediaLimits.MENDABLE_IMAGE).probe(file).facts();
            if (facts.size().isEmpty()) {
                return Optional.empty();
            }
            FrameSize upright = facts.size().get();
            if ((long) upright.width() * upright.height() > PictureReader.MOST_PIXELS) {
                return Optional.empty();
            }
            return Optional.of(new Treatment(
                    facts,
                    upright,
                    within(upright),
                    ExifOrientation.of(file) != ExifOrientation.UPRIGHT,
                    PictureHeader.alpha(file, ContentType.ofMime(facts.type())),
                    facts.bytes() > LIMITS.bytes()));
        } catch (MediaProblem | IOException e) {
            Interruption.check();
            return Optional.empty();
        }
    }

    /** Writes a mended copy and tells what it is. */
    static MediaFacts mend(Path file, Treatment treatment, Path copy) throws MediaProblem, InterruptedException {
        try {
            BufferedImage picture = opaque(new PictureReader(LONGEST_SIDE).read(file, "the picture"));
            boolean photograph = treatment.compress() || treatment.type() == ContentType.JPEG;
            if (photograph || !writtenAsPng(picture, copy.toFile())) {
                writeAsJpeg(picture, copy);
            }
        } catch (IOException e) {
            throw new MediaProblem(
                    Category.UNAVAILABLE,
                    "the picture could not be mended: the disk is full or the data folder not writable",
                    "room for a copy");
        } catch (OutOfMemoryError e) {
            throw new MediaProblem(
                    Category.UNAVAILABLE,
                    "the picture has too many pixels to be mended in the memory of this server; make it smaller",
                    LIMITS.words());
        }
        return new ContentProbe(LIMITS).probe(copy);
    }

    private static FrameSize within(FrameSize size) {
        int longest = Math.max(size.width(), size.height());
        double factor = Math.min(1, (double) LONGEST_SIDE / longest);
        return new FrameSize((int) Math.round(size.width() * factor), (int) Math.round(size.height() * factor));
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = opaque.createGraphics();
        g.drawImage(picture, 0, 0, Color.WHITE, null);
        g.dispose();
        return opaque;
    }

    /** Drawings stay as sharp as they are, unless that takes too many bytes. */
    private static boolean writtenAsPng(BufferedImage picture, File copy) throws IOException {
        return ImageIO.write(picture, "png", copy) && copy.length() <= LIMITS.bytes();
    }

    private static void writeAsJpeg(BufferedImage picture, Path copy) throws IOException, MediaProblem {
        for (float quality : QUALITIES) {
            Files.deleteIfExists(copy);
            try (FileImageOutputStream out = new FileImageOutputStream(copy.toFile())) {
                Jpeg.write(picture, quality, out);
            }
            if (Files.size(copy) <= LIMITS.bytes()) {
                return;
            }
        }
        throw new MediaProblem(
                Category.INVALID_REQUEST, "the picture stays too large however it is compressed", LIMITS.words());
    }
}
