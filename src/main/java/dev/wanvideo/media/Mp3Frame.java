package dev.wanvideo.media;

import java.util.Optional;

/**
 * The header of one MPEG audio frame of layer III (ISO 11172-3, 13818-3).
 *
 * @param bytes length of the frame, header included
 */
record Mp3Frame(int bytes, int samples, int rate) {
    private static final int[] KILOBITS_V1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_V2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES_V1 = {44100, 48000, 32000};

    /** The frame that begins at this place; empty when none does, or none whose length can be told. */
    static Optional<Mp3Frame> at(byte[] data, int offset) {
        if (offset + 4 > data.length || (data[offset] & 0xff) != 0xff || (data[offset + 1] & 0xe6) != 0xe2) {
            return Optional.empty();
        }
        int version = data[offset + 1] >> 3 & 3;
        int bitrate = data[offset + 2] >> 4 & 15;
        int rate = data[offset + 2] >> 2 & 3;
        boolean real = version != 1 && bitrate != 0 && bitrate != 15 && rate != 3;
        return real ? Optional.of(frame(version, bitrate, rate, data[offset + 2] >> 1 & 1)) : Optional.empty();
    }

    private static Mp3Frame frame(int version, int bitrate, int rate, int padding) {
        boolean first = version == 3;
        int kilobits = first ? KILOBITS_V1[bitrate] : KILOBITS_V2[bitrate];
        int hertz = RATES_V1[rate] >> (first ? 0 : version == 2 ? 1 : 2);
        int samples = first ? 1152 : 576;
        return new Mp3Frame(samples / 8 * kilobits * 1000 / hertz + padding, samples, hertz);
    }
}
