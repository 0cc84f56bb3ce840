package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the first moments out of a clip: with the built-in decoder, else with {@code ffmpeg} where it is installed. */
final class ClipReader {
    static final int FRAMES_PER_SECOND = 8;
    static final int MOST_FRAMES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ClipReader.class);

    private final List<Source> sources;

    ClipReader(int longestSide, BooleanSupplier stopped) {
        this(List.of(
                CodecClip.moving(longestSide, stopped),
                new FfmpegClip(longestSide, stopped),
                CodecClip.still(longestSide, stopped)));
    }

    ClipReader(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Frames {@link #FRAMES_PER_SECOND} apart, none when nothing here can decode the clip. */
    List<BufferedImage> frames(Path clip) {
        return sources.stream()
                .map(source -> attempt(source, clip))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<BufferedImage>> attempt(Source source, Path clip) {
        try {
            List<BufferedImage> frames = source.frames(clip);
            return frames.isEmpty() ? Optional.empty() : Optional.of(frames);
        } catch (IOException unreadable) {
            LOG.debug("a clip cannot be decoded: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Something that decodes clips. */
    interface Source {
        /** The first frames, {@link #FRAMES_PER_SECOND} apart, at most {@link #MOST_FRAMES}. */
        List<BufferedImage> frames(Path clip) throws IOException;
    }
}
