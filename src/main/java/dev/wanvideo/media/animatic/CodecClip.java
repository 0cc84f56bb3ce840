package dev.wanvideo.media.animatic;

import dev.wanvideo.media.ExifOrientation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.api.PictureWithMetadata;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.common.DemuxerTrackMeta.Orientation;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.Size;

/** Decodes H.264 clips without leaving the process. */
final class CodecClip implements ClipReader.Source {
    /** Decoding in Java takes its time: a second of full HD is what a preview can wait for. */
    static final long MOST_IN_MOTION = 1920 * 1088L;

    private static final long MOST_IN_ALL = 8192 * 4352L;
    private static final int FRAMES_IN_MOTION = 60;
    private static final int FULL_HD_FRAMES = 30;

    private static final double ROUNDING = 1e-3;

    private final long mostPixels;
    private final int longestSide;
    private final BooleanSupplier stopped;

    private CodecClip(long mostPixels, int longestSide, BooleanSupplier stopped) {
        CodecLog.attach();
        this.mostPixels = mostPixels;
        this.longestSide = longestSide;
        this.stopped = stopped;
    }

    /** Decodes the first moments of clips up to full HD. */
    static CodecClip moving(int longestSide, BooleanSupplier stopped) {
        return new CodecClip(MOST_IN_MOTION, longestSide, stopped);
    }

    /** Decodes larger clips too, but of those only the first frame. */
    static CodecClip still(int longestSide, BooleanSupplier stopped) {
        return new CodecClip(MOST_IN_ALL, longestSide, stopped);
    }

    @Override
    public List<BufferedImage> frames(Path clip) throws IOException {
        try (SeekableByteChannel file = NIOUtils.readableChannel(clip.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(file);
            List<Timed> decoded = decode(grab, affordable(grab));
            decoded.sort(Comparator.comparingDouble(Timed::seconds));
            return spread(decoded);
        } catch (JCodecException | RuntimeException undecodable) {
            throw new IOException("not a clip for the built-in decoder", undecodable);
        }
    }

    private int affordable(FrameGrab grab) throws IOException {
        Size size = grab.getMediaInfo().getDim();
        long pixels = (long) size.getWidth() * size.getHeight();
        if (pixels > mostPixels) {
            throw new IOException("too large for the built-in decoder");
        }
        boolean small = pixels <= MOST_IN_MOTION / 2;
        return pixels > MOST_IN_MOTION ? 1 : small ? FRAMES_IN_MOTION : FULL_HD_FRAMES;
    }

    /** Frames come in the order of decoding: each is kept small until all are there. */
    private List<Timed> decode(FrameGrab grab, int most) throws IOException {
        List<Timed> decoded = new ArrayList<>();
        YuvColours colours = colours(grab);
        PictureWithMetadata next = grab.getNativeFrameWithMetadata();
        while (next != null && decoded.size() < most && !stopped.getAsBoolean()) {
            BufferedImage picture = YuvPicture.toRgb(next.getPicture(), colours, longestSide);
            decoded.add(new Timed(next.getTimestamp(), turned(picture, next.getOrientation())));
            next = grab.getNativeFrameWithMetadata();
        }
        return decoded;
    }

    static YuvColours colours(FrameGrab grab) {
        ByteBuffer configuration =
                grab.getVideoTrack().getMeta().getCodecPrivate().duplicate();
        return YuvColours.of(H264Utils.readSPSFromBufferList(H264Utils.getRawSPS(configuration))
                .get(0));
    }

    private static List<BufferedImage> spread(List<Timed> decoded) {
        List<BufferedImage> frames = new ArrayList<>();
        double start = decoded.isEmpty() ? 0 : decoded.get(0).seconds();
        for (Timed frame : decoded) {
            double due = start + (double) frames.size() / ClipReader.FRAMES_PER_SECOND;
            if (frame.seconds() >= due - ROUNDING && frames.size() < ClipReader.MOST_FRAMES) {
                frames.add(frame.picture());
            }
        }
        return frames;
    }

    static BufferedImage turned(BufferedImage picture, Orientation orientation) {
        int exif = switch (orientation) {
            case D_0 -> ExifOrientation.UPRIGHT;
            case D_90 -> 6;
            case D_180 -> 3;
            case D_270 -> 8;
        };
        return ExifOrientation.turned(picture, exif);
    }

    private record Timed(double seconds, BufferedImage picture) {}
}
