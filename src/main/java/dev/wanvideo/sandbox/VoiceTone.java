package dev.wanvideo.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Four seconds of hummed syllables as a WAV file: 16 bit, mono, 16 kHz. */
final class VoiceTone {
    private static final int RATE = 16_000;
    private static final int SECONDS = 4;
    private static final int HEADER = 44;
    private static final int SAMPLE_BYTES = 2;
    private static final double PITCH = 180;
    private static final double LOUDNESS = 9000;

    private VoiceTone() {}

    static byte[] wav() {
        int data = RATE * SECONDS * SAMPLE_BYTES;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(word("RIFF")).putInt(HEADER - 8 + data).put(word("WAVE"));
        wav.put(word("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE)
                .putInt(RATE * SAMPLE_BYTES)
                .putShort((short) SAMPLE_BYTES)
                .putShort((short) 16);
        wav.put(word("data")).putInt(data);
        for (int i = 0; i < RATE * SECONDS; i++) {
            wav.putShort((short) (LOUDNESS * at((double) i / RATE)));
        }
        return wav.array();
    }

    /** A tone with overtones that comes and goes four times a second, as syllables do. */
    private static double at(double seconds) {
        double turn = 2 * Math.PI * seconds * (PITCH + 12 * Math.sin(2 * Math.PI * 0.7 * seconds) / (1 + seconds));
        double syllable = Math.pow(Math.sin(2 * Math.PI * 2 * seconds), 2);
        return syllable * (0.6 * Math.sin(turn) + 0.25 * Math.sin(2 * turn) + 0.15 * Math.sin(3 * turn));
    }

    private static byte[] word(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }
}
