package dev.wanvideo.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** How long a WAV, FLAC or MP3 sounds, in seconds, told by its headers; empty where they do not tell. */
final class SoundLength {
    /** PCM, float, A-law, mu-law, extensible: for compressed sound the told bytes per second are a mere estimate. */
    private static final Set<Integer> STEADY = Set.of(1, 3, 6, 7, 0xfffe);

    private static final long UNTOLD = 0xffff_ffffL;

    /** Tags at the end of an MP3 may be this long; a longer unread rest means that the count is not to be trusted. */
    private static final int TAIL = 64 * 1024;

    private SoundLength() {}

    static Optional<Double> of(ContentType type, Bytes file) throws IOException {
        return switch (type) {
            case WAV -> wav(file);
            case FLAC -> flac(file, 0);
            case MP3 -> mp3(file);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> wav(Bytes file) throws IOException {
        long bytesPerSecond = 0;
        PartCount chunks = new PartCount();
        long at = 12;
        while (file.length() - at >= 8) {
            chunks.next();
            long size = file.little(at + 4, 4);
            if (file.name(at).equals("fmt ")) {
                bytesPerSecond = STEADY.contains((int) file.little(at + 8, 2)) ? file.little(at + 16, 4) : 0;
            }
            if (file.name(at).equals("data")) {
                long data = dataSize(size, file.length() - at - 8);
                return bytesPerSecond == 0 || !file.lengthTold() && data != size
                        ? Optional.empty()
                        : Optional.of((double) data / bytesPerSecond);
            }
            at += 8 + size + (size & 1);
        }
        throw new EOFException();
    }

    /** A recorder that writes to a pipe cannot go back to fill in the size: then the data lasts to the end. */
    private static long dataSize(long told, long rest) throws EOFException {
        boolean streamed = told == 0 || told >= UNTOLD - 0x1000 || told == 0x7fff_ffffL || told == 0x8000_0000L;
        if (told > rest && !streamed) {
            throw new EOFException();
        }
        return streamed ? rest : told;
    }

    private static Optional<Double> flac(Bytes file, long start) throws IOException {
        long packed = file.big(start + 18, 8);
        long rate = packed >>> 44;
        long samples = packed & 0xf_ffff_ffffL;
        return rate == 0 || samples == 0 ? Optional.empty() : Optional.of((double) samples / rate);
    }

    /** Counts the frames, since bit rates vary and the headers that would tell are often missing or wrong. */
    private static Optional<Double> mp3(Bytes file) throws IOException {
        long start = afterTag(file);
        if (file.length() - start >= 4 && file.name(start).equals("fLaC")) {
            return flac(file, start);
        }
        long rest = Math.min(file.length() - start, Integer.MAX_VALUE);
        if (!file.reachable(start, rest)) {
            return SteadySound.seconds(file, start);
        }
        byte[] data = file.upTo(start, (int) rest);
        double seconds = 0;
        int at = 0;
        for (Optional<Mp3Frame> next = Mp3Frame.at(data, 0); next.isPresent(); next = Mp3Frame.at(data, at)) {
            Mp3Frame frame = next.get();
            seconds += describesOthers(data, at, frame) ? 0 : (double) frame.samples() / frame.rate();
            at += frame.bytes();
        }
        return at == 0 || data.length - at > TAIL ? Optional.empty() : Optional.of(seconds);
    }

    private static long afterTag(Bytes file) throws IOException {
        byte[] head = file.at(0, 10);
        if (head[0] != 'I' || head[1] != 'D' || head[2] != '3') {
            return 0;
        }
        int footer = (head[5] & 0x10) == 0 ? 0 : 10;
        return 10L
                + footer
                + ((head[6] & 0x7f) << 21 | (head[7] & 0x7f) << 14 | (head[8] & 0x7f) << 7 | head[9] & 0x7f);
    }

    /** The first frame of most encoders holds a table of contents and no sound. */
    private static boolean describesOthers(byte[] data, int at, Mp3Frame frame) {
        if (at > 0) {
            return false;
        }
        String text =
                new String(data, 0, Math.min(data.length, Math.min(frame.bytes(), 48)), StandardCharsets.ISO_8859_1);
        return text.contains("Xing") || text.contains("Info") || text.contains("VBRI");
    }
}
