package dev.wanvideo.media.animatic;

/** A silent AAC-LC track: 48 kHz mono, every frame alike. */
final class SilentAac {
    static final int SAMPLE_RATE = 48_000;
    static final int SAMPLES_PER_FRAME = 1024;

    private SilentAac() {}

    /** One raw data block: a single channel element whose spectrum is empty, then the end mark. */
    static byte[] frame() {
        return new byte[] {0, 0, 0, 7};
    }

    /** The AudioSpecificConfig: object type 2 (LC), frequency index 3 (48 kHz), one channel. */
    static byte[] configuration() {
        return new byte[] {0x11, (byte) 0x88};
    }

    /** How many frames start before a point in time. */
    static int framesBefore(int seconds) {
        return (seconds * SAMPLE_RATE + SAMPLES_PER_FRAME - 1) / SAMPLES_PER_FRAME;
    }
}
