package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes moments spread over its whole length out of a film. Unlike {@link ClipReader}, which wants the first seconds of a
 * small clip, it asks {@code ffmpeg} first: for 15 seconds of full HD that takes one second and the built-in decoder ten.
 */
final class FilmMoments {
    /** Where nobody tells how long the film is, its first seconds are shown. */
    private static final double UNTOLD_STEP = 1;

    private static final Logger LOG = LoggerFactory.getLogger(FilmMoments.class);

    private final List<Source> sources;

    FilmMoments(int longestSide, BooleanSupplier stopped) {
        this(List.of(new FfmpegClip(longestSide, stopped)::moments, new CodecMoments(longestSide, stopped)::at));
    }

    FilmMoments(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Something that decodes films. */
    interface Source {
        /** The frames shown at these times, which ascend in equal steps; fewer where the film ends before. */
        List<BufferedImage> frames(Path film, List<Double> seconds) throws IOException;
    }

    /** The middle of each of {@code count} equal parts. */
    static List<Double> spread(double seconds, int count) {
        double step = seconds > 0 ? seconds / count : UNTOLD_STEP;
        return IntStream.range(0, count).mapToObj(i -> (i + 0.5) * step).toList();
    }

    /** The frames at these times, none when nothing here can decode the film. */
    List<BufferedImage> at(Path film, List<Double> seconds) {
        for (Source source : sources) {
            try {
                List<BufferedImage> frames = source.frames(film, seconds);
                if (!frames.isEmpty()) {
                    return frames;
                }
            } catch (IOException unreadable) {
                LOG.debug("a film cannot be decoded: {}", unreadable.getMessage());
            }
        }
        return List.of();
    }
}
