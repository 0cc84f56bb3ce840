package dev.wanvideo.media.animatic;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
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
    private static final int MOST_DECODED = 75;
    private static final long MOST_PIXELS = 4096 * 2304L;

    private final int longestSide;
    private final BooleanSupplier stopped;

    CodecClip(int longestSide, BooleanSupplier stopped) {
        CodecLog.attach();
        this.longestSide = longestSide;
        this.stopped = stopped;
    }

    @Override
    public List<BufferedImage> frames(Path clip) throws IOException {
        try (SeekableByteChannel file = NIOUtils.readableChannel(clip.toFile())) {
            FrameGrab grab = FrameGrab.createFrameGrab(file);
            refuseGiants(grab);
            List<Timed> decoded = decode(grab);
            decoded.sort(Comparator.comparingDouble(Timed::seconds));
            return spread(decoded);
        } catch (JCodecException | RuntimeException undecodable) {
            throw new IOException("not a clip for the built-in decoder", undecodable);
        }
    }

    private static void refuseGiants(FrameGrab grab) throws IOException {
        Size size = grab.getMediaInfo().getDim();
        if ((long) size.getWidth() * size.getHeight() > MOST_PIXELS) {
            throw new IOException("too large for the built-in decoder");
        }
    }

    /** Frames come in the order of decoding: each is kept small until all are there. */
    private List<Timed> decode(FrameGrab grab) throws IOException {
        List<Timed> decoded = new ArrayList<>();
        YuvColours colours = colours(grab);
        PictureWithMetadata next = grab.getNativeFrameWithMetadata();
        while (next != null && decoded.size() < MOST_DECODED && !stopped.getAsBoolean()) {
            BufferedImage picture = YuvPicture.toRgb(next.getPicture(), colours, longestSide);
            decoded.add(new Timed(next.getTimestamp(), turned(picture, next.getOrientation())));
            next = grab.getNativeFrameWithMetadata();
        }
        return decoded;
    }

    private static YuvColours colours(FrameGrab grab) {
        ByteBuffer configuration =
                grab.getVideoTrack().getMeta().getCodecPrivate().duplicate();
        return YuvColours.of(H264Utils.readSPSFromBufferList(H264Utils.getRawSPS(configuration))
                .get(0));
    }

    private static List<BufferedImage> spread(List<Timed> decoded) {
        List<BufferedImage> frames = new ArrayList<>();
        double due = Double.NEGATIVE_INFINITY;
        for (Timed frame : decoded) {
            if (frame.seconds() >= due - 1e-3 && frames.size() < ClipReader.MOST_FRAMES) {
                frames.add(frame.picture());
                due = Math.max(due, frame.seconds()) + 1.0 / ClipReader.FRAMES_PER_SECOND;
            }
        }
        return frames;
    }

    private static BufferedImage turned(BufferedImage picture, Orientation orientation) {
        int exif = switch (orientation) {
            case D_0 -> ExifOrientation.UPRIGHT;
            case D_90 -> 6;
            case D_180 -> 3;
            case D_270 -> 8;
        };
        AffineTransform upright = ExifOrientation.upright(exif, picture.getWidth(), picture.getHeight());
        boolean lies = ExifOrientation.lies(exif);
        BufferedImage target = new BufferedImage(
                lies ? picture.getHeight() : picture.getWidth(),
                lies ? picture.getWidth() : picture.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = target.createGraphics();
        g.drawImage(picture, upright, null);
        g.dispose();
        return target;
    }

    private record Timed(double seconds, BufferedImage picture) {}
}
