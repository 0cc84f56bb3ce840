package dev.wanvideo.media.animatic;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.api.PictureWithMetadata;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.Size;
import org.jspecify.annotations.Nullable;

/** Finds moments of an H.264 film without leaving the process, in one pass over it. */
final class CodecMoments {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    /** Frames are coded out of their order, but never by as much as this. */
    private static final double REORDERED = 1;

    private final int longestSide;
    private final BooleanSupplier stopped;

    CodecMoments(int longestSide, BooleanSupplier stopped) {
        CodecLog.attach();
        this.longestSide = longestSide;
        this.stopped = stopped;
    }

    /** The first frame at or after each of these times. */
    List<BufferedImage> at(Path film, List<Double> seconds) throws IOException {
        try (SeekableByteChannel file = NIOUtils.readableChannel(film.toFile())) {
            return found(FrameGrab.createFrameGrab(file), seconds);
        } catch (JCodecException | RuntimeException undecodable) {
            throw new IOException("not a film for the built-in decoder", undecodable);
        }
    }

    private List<BufferedImage> found(FrameGrab grab, List<Double> seconds) throws IOException {
        Size size = grab.getMediaInfo().getDim();
        if ((long) size.getWidth() * size.getHeight() > CodecClip.MOST_IN_MOTION) {
            throw new IOException("too large for the built-in decoder");
        }
        YuvColours colours = CodecClip.colours(grab);
        @Nullable Timed[] best = new @Nullable Timed[seconds.size()];
        long end = System.nanoTime() + LONGEST;
        double last = seconds.get(seconds.size() - 1) + REORDERED;
        PictureWithMetadata next = grab.getNativeFrameWithMetadata();
        while (next != null && next.getTimestamp() < last && !stopped.getAsBoolean() && System.nanoTime() < end) {
            offer(next, colours, seconds, best);
            next = grab.getNativeFrameWithMetadata();
        }
        return Arrays.stream(best).filter(Objects::nonNull).map(Timed::picture).toList();
    }

    /** The decoder uses its memory again, so what is wanted is copied at once, and nothing else is. */
    private void offer(PictureWithMetadata frame, YuvColours colours, List<Double> seconds, @Nullable Timed[] best) {
        for (int i = 0; i < best.length; i++) {
            Timed known = best[i];
            double time = frame.getTimestamp();
            if (time >= seconds.get(i) && (known == null || time < known.seconds()) && within(time, seconds, i)) {
                BufferedImage picture = YuvPicture.toRgb(frame.getPicture(), colours, longestSide);
                best[i] = new Timed(time, CodecClip.turned(picture, frame.getOrientation()));
            }
        }
    }

    private static boolean within(double time, List<Double> seconds, int moment) {
        return moment + 1 == seconds.size() || time < seconds.get(moment + 1);
    }

    private record Timed(double seconds, BufferedImage picture) {}
}
