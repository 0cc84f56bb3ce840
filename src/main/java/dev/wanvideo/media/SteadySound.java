package dev.wanvideo.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How long an MP3 sounds, told without reading all of it: by its own count, or by the one bit rate that it keeps to. */
final class SteadySound {
    private static final int WINDOW = 32 * 1024;

    /** The longest frame there is takes less; two of them are needed to find where frames begin. */
    private static final int LONGEST_FRAME = 1500;

    /** Tags at the end count as bytes but not as sound. */
    private static final int TAGS = 64 * 1024;

    private static final int COUNTS_FRAMES = 1;
    private static final int COUNTS_BYTES = 2;

    private SteadySound() {}

    /** Seconds of the sound that begins at an offset; empty where neither way can be trusted. */
    static Optional<Double> seconds(Bytes file, long start) throws IOException {
        byte[] head = file.upTo(start, WINDOW);
        Optional<Mp3Frame> first = Mp3Frame.at(head, 0);
        if (first.isEmpty() || !file.lengthTold()) {
            return Optional.empty();
        }
        long rest = file.length() - start;
        Optional<Double> counted = counted(head, first.get(), rest);
        Optional<Double> length = frameLength(head, 0, first.get());
        return counted.isPresent() || length.isEmpty() || !endsLikeThis(file, first.get(), rest)
                ? counted
                : Optional.of(rest
                        / length.get()
                        * first.get().samples()
                        / first.get().rate());
    }

    /** What the first frame of most encoders holds: how many others follow, and how many bytes they take. */
    private static Optional<Double> counted(byte[] head, Mp3Frame first, long rest) {
        String text = new String(head, 0, Math.min(head.length, first.bytes()), StandardCharsets.ISO_8859_1);
        int at = Math.max(text.indexOf("Xing"), text.indexOf("Info"));
        if (at < 0 || at + 16 > head.length) {
            return Optional.empty();
        }
        ByteBuffer table = ByteBuffer.wrap(head, at + 4, 12);
        int flags = table.getInt();
        long frames = (flags & COUNTS_FRAMES) == 0 ? 0 : table.getInt();
        long bytes = (flags & COUNTS_BYTES) == 0 ? 0 : table.getInt();
        return frames <= 0 || Math.abs(bytes - rest) > TAGS
                ? Optional.empty()
                : Optional.of((double) frames * first.samples() / first.rate());
    }

    private static boolean endsLikeThis(Bytes file, Mp3Frame first, long rest) throws IOException {
        int window = (int) Math.min(WINDOW, rest);
        if (!file.reachable(file.length() - window, window)) {
            return false;
        }
        byte[] tail = file.at(file.length() - window, window);
        for (int at = 0; at < LONGEST_FRAME; at++) {
            if (frameLength(tail, at, first).isPresent() && twoFrames(tail, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean twoFrames(byte[] data, int at) {
        return Mp3Frame.at(data, at)
                .flatMap(frame -> Mp3Frame.at(data, at + frame.bytes()))
                .isPresent();
    }

    /** The mean length of the frames from here on, if they differ in no more than the byte that makes up for rounding. */
    private static Optional<Double> frameLength(byte[] data, int from, Mp3Frame first) {
        int at = from;
        int frames = 0;
        for (Optional<Mp3Frame> next = Mp3Frame.at(data, at); next.isPresent(); next = Mp3Frame.at(data, at)) {
            if (!alike(next.get(), first)) {
                return Optional.empty();
            }
            at += next.get().bytes();
            frames++;
        }
        return frames == 0 ? Optional.empty() : Optional.of((at - from) / (double) frames);
    }

    private static boolean alike(Mp3Frame one, Mp3Frame other) {
        return one.rate() == other.rate() && Math.abs(one.bytes() - other.bytes()) <= 1;
    }
}
