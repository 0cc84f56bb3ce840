package dev.wanvideo.media.animatic;

import static dev.wanvideo.media.animatic.Mp4Boxes.ascii;
import static dev.wanvideo.media.animatic.Mp4Boxes.box;
import static dev.wanvideo.media.animatic.Mp4Boxes.bytes;
import static dev.wanvideo.media.animatic.Mp4Boxes.fullBox;
import static dev.wanvideo.media.animatic.Mp4Boxes.ints;
import static dev.wanvideo.media.animatic.Mp4Boxes.join;
import static dev.wanvideo.media.animatic.Mp4Boxes.shorts;
import static dev.wanvideo.media.animatic.Mp4Boxes.table;
import static dev.wanvideo.media.animatic.Mp4Boxes.zeros;

import java.util.ArrayList;
import java.util.List;

/** The {@code ftyp} and {@code moov} boxes of a film; their length depends on the plan alone, never on the samples. */
final class Mp4Head {
    private static final int MOVIE_TIMESCALE = 1000;
    private static final int VIDEO_TICKS_PER_FRAME = 512;
    private static final int VIDEO_TRACK = 1;
    private static final int AUDIO_TRACK = 2;
    private static final int ENABLED_IN_MOVIE = 3;
    private static final int SELF_CONTAINED = 1;
    private static final int UNDETERMINED_LANGUAGE = 0x55C4;
    private static final int FIXED_ONE = 0x10000;
    private static final int SEVENTY_TWO_DPI = 0x480000;
    private static final int BT709 = 1;

    private final Mp4Plan plan;

    Mp4Head(Mp4Plan plan) {
        this.plan = plan;
    }

    /**
     * The bytes that precede the media data.
     *
     * @param sampleSizes of every video frame
     * @param videoChunks file offsets, one for each second
     * @param audioChunks file offsets, one for each second
     */
    byte[] bytesFor(int[] sampleSizes, int[] videoChunks, int[] audioChunks) {
        byte[] type = box("ftyp", ascii("isom"), ints(0x200), ascii("isomiso2avc1mp41"));
        return join(type, box("moov", movieHeader(), video(sampleSizes, videoChunks), audio(audioChunks)));
    }

    private byte[] movieHeader() {
        return fullBox(
                "mvhd",
                0,
                ints(0, 0, MOVIE_TIMESCALE, plan.seconds() * MOVIE_TIMESCALE, FIXED_ONE),
                shorts(0x100, 0),
                zeros(8),
                matrix(),
                zeros(24),
                ints(AUDIO_TRACK + 1));
    }

    private byte[] video(int[] sampleSizes, int[] chunks) {
        int timescale = plan.framesPerSecond() * VIDEO_TICKS_PER_FRAME;
        byte[] samples = box(
                "stbl",
                fullBox("stsd", 0, ints(1), avcEntry()),
                fullBox("stts", 0, table(1, plan.frames(), VIDEO_TICKS_PER_FRAME)),
                fullBox("stss", 0, table(plan.keyFrames().size(), keyFrameNumbers())),
                fullBox("stsc", 0, table(1, 1, plan.framesPerSecond(), 1)),
                fullBox("stsz", 0, ints(0, sampleSizes.length), ints(sampleSizes)),
                fullBox("stco", 0, table(chunks.length, chunks)));
        byte[] kind = fullBox("vmhd", 1, zeros(8));
        byte[] media = media("vide", timescale, plan.seconds() * timescale, kind, samples);
        byte[] shape = ints(plan.size().width() << 16, plan.size().height() << 16);
        return box("trak", trackHeader(VIDEO_TRACK, 0, shape), edit(), media);
    }

    private byte[] audio(int[] chunks) {
        int frames = plan.audioFrames();
        byte[] samples = box(
                "stbl",
                fullBox("stsd", 0, ints(1), aacEntry()),
                fullBox("stts", 0, table(1, frames, SilentAac.SAMPLES_PER_FRAME)),
                fullBox("stsc", 0, audioChunkRuns()),
                fullBox("stsz", 0, ints(SilentAac.frame().length, frames)),
                fullBox("stco", 0, table(chunks.length, chunks)));
        byte[] kind = fullBox("smhd", 0, zeros(4));
        int duration = frames * SilentAac.SAMPLES_PER_FRAME;
        byte[] media = media("soun", SilentAac.SAMPLE_RATE, duration, kind, samples);
        return box("trak", trackHeader(AUDIO_TRACK, 0x100, zeros(8)), edit(), media);
    }

    private byte[] trackHeader(int track, int volume, byte[] shape) {
        return fullBox(
                "tkhd",
                ENABLED_IN_MOVIE,
                ints(0, 0, track, 0, plan.seconds() * MOVIE_TIMESCALE),
                zeros(8),
                shorts(0, 0, volume, 0),
                matrix(),
                shape);
    }

    /** Both tracks last exactly as long as the film, though the last audio frame is longer. */
    private byte[] edit() {
        return box("edts", fullBox("elst", 0, table(1, plan.seconds() * MOVIE_TIMESCALE, 0, FIXED_ONE)));
    }

    private byte[] media(String handler, int timescale, int duration, byte[] kind, byte[] samples) {
        byte[] reference = box("dinf", fullBox("dref", 0, ints(1), fullBox("url ", SELF_CONTAINED)));
        return box(
                "mdia",
                fullBox("mdhd", 0, ints(0, 0, timescale, duration), shorts(UNDETERMINED_LANGUAGE, 0)),
                fullBox("hdlr", 0, ints(0), ascii(handler), zeros(13)),
                box("minf", kind, reference, samples));
    }

    private byte[] avcEntry() {
        return box(
                "avc1",
                zeros(6),
                shorts(1),
                zeros(16),
                shorts(plan.size().width(), plan.size().height()),
                ints(SEVENTY_TWO_DPI, SEVENTY_TWO_DPI, 0),
                shorts(1),
                zeros(32),
                shorts(24, -1),
                box("avcC", plan.avcConfiguration()),
                box("colr", ascii("nclx"), shorts(BT709, BT709, BT709), bytes(0)),
                box("pasp", ints(1, 1)));
    }

    private static byte[] aacEntry() {
        return box(
                "mp4a",
                zeros(6),
                shorts(1),
                zeros(8),
                shorts(1, 16, 0, 0),
                ints(SilentAac.SAMPLE_RATE << 16),
                fullBox("esds", 0, elementaryStream()));
    }

    private static byte[] elementaryStream() {
        byte[] specific = descriptor(5, SilentAac.configuration());
        byte[] decoder = descriptor(4, join(bytes(0x40, 0x15, 0, 0, 0), ints(2000, 2000), specific));
        return descriptor(3, join(shorts(AUDIO_TRACK), bytes(0), decoder, descriptor(6, bytes(2))));
    }

    private static byte[] descriptor(int tag, byte[] body) {
        return join(bytes(tag, body.length), body);
    }

    private int[] keyFrameNumbers() {
        return plan.keyFrames().stream().mapToInt(frame -> frame + 1).toArray();
    }

    /** Seconds hold 46 or 47 audio frames; an entry is needed only where that number changes. */
    private byte[] audioChunkRuns() {
        List<Integer> runs = new ArrayList<>();
        for (int second = 0; second < plan.seconds(); second++) {
            int frames = plan.audioFramesIn(second);
            if (second == 0 || frames != plan.audioFramesIn(second - 1)) {
                runs.addAll(List.of(second + 1, frames, 1));
            }
        }
        return table(runs.size() / 3, runs.stream().mapToInt(Integer::intValue).toArray());
    }

    private static byte[] matrix() {
        return ints(FIXED_ONE, 0, 0, 0, FIXED_ONE, 0, 0, 0, 0x40000000);
    }
}
