package dev.wanvideo.media.animatic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;

/** Says of a film whose pictures could not be read what is unusual about them. */
final class Undecodable {
    private static final String H264 = "H.264";
    private static final Map<String, String> NAMES = Map.of(
            "avc1", H264, "avc3", H264, "hvc1", "HEVC", "hev1", "HEVC", "av01", "AV1", "vp09", "VP9", "mp4v", "MPEG-4");

    private Undecodable() {}

    /** @param codec four letters by which the film's index names how its picture is coded */
    static String why(Path film, Optional<String> codec) {
        List<String> words = new ArrayList<>();
        codec.map(name -> NAMES.getOrDefault(name, "codec " + name)).ifPresent(words::add);
        if (words.contains(H264)) {
            words.addAll(oddities(film));
        }
        String what = words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
        return "neither this server nor an ffmpeg on its PATH could decode the film's video" + what;
    }

    private static List<String> oddities(Path film) {
        try (SeekableByteChannel file = NIOUtils.readableChannel(film.toFile())) {
            return oddities(H264Utils.readSPSFromBufferList(H264Utils.getRawSPS(FrameGrab.createFrameGrab(file)
                            .getVideoTrack()
                            .getMeta()
                            .getCodecPrivate()
                            .duplicate()))
                    .get(0));
        } catch (IOException | JCodecException | RuntimeException damaged) {
            return List.of();
        }
    }

    private static List<String> oddities(SeqParameterSet coding) {
        List<String> words = new ArrayList<>();
        if (!coding.isFrameMbsOnlyFlag()) {
            words.add("interlaced");
        }
        if (coding.getBitDepthLumaMinus8() > 0) {
            words.add(8 + coding.getBitDepthLumaMinus8() + " bits");
        }
        if (coding.getChromaFormatIdc() == ColorSpace.YUV422) {
            words.add("4:2:2");
        }
        if (coding.getChromaFormatIdc() == ColorSpace.YUV444) {
            words.add("4:4:4");
        }
        return words;
    }
}
