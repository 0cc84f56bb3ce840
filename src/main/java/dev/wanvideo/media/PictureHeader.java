package dev.wanvideo.media;

import dev.wanvideo.video.FrameSize;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pixel size and kind of pixels of a picture from its header; no pixel is decoded. */
final class PictureHeader {
    private PictureHeader() {}

    /** The size as shown, upright; empty below two pixels. */
    static Optional<FrameSize> size(Bytes file, ContentType type) throws IOException {
        Optional<FrameSize> stored = stored(file, type);
        return stored.isPresent() && ExifOrientation.lies(ExifOrientation.of(file))
                ? stored.map(size -> new FrameSize(size.height(), size.width()))
                : stored;
    }

    private static Optional<FrameSize> stored(Bytes file, ContentType type) throws IOException {
        return read(file, type, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            return width < 2 || height < 2 ? Optional.empty() : Optional.of(new FrameSize(width, height));
        });
    }

    /** Whether it has an alpha channel, used or not; fails when its kind of pixel cannot be decoded. */
    static boolean alpha(Bytes file, ContentType type) throws IOException {
        return read(
                file,
                type,
                reader -> reader.getImageTypes(0).next().getColorModel().hasAlpha());
    }

    private static <T> T read(Bytes file, ContentType type, Question<T> question) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mime());
        if (!readers.hasNext()) {
            throw new IOException("no reader for " + type);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new BytesImageStream(file)) {
            reader.setInput(in, true, true);
            return question.ask(reader);
        } catch (RuntimeException e) {
            // Readers meet broken headers with whatever their arithmetic throws.
            throw new IOException("not a readable header", e);
        } finally {
            reader.dispose();
        }
    }

    /** Something that a header tells. */
    private interface Question<T> {
        T ask(ImageReader reader) throws IOException;
    }
}
