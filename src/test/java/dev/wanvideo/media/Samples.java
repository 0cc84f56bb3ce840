package dev.wanvideo.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small real files of every kind, made on the spot. */
public final class Samples {
    private Samples() {}

    /** A picture as the JDK writes it: png, jpg, bmp or gif. */
    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A lossless WEBP whose pixels are never looked at. */
    public static byte[] webp(int width, int height) {
        int dimensions = width - 1 | height - 1 << 14;
        byte[] data = concat(new byte[] {0x2f}, little(dimensions), new byte[99]);
        byte[] chunk = concat(ascii("VP8L"), little(data.length), data);
        return concat(ascii("RIFF"), little(chunk.length + 4), ascii("WEBP"), chunk);
    }

    /** A film with an index and no real frames. */
    public static byte[] mp4(int width, int height, double seconds) {
        return concat(ftyp("isom"), moov("vide", width, height, seconds, false), box("mdat", new byte[64]));
    }

    static byte[] ftyp(String brand, String... compatible) {
        return box("ftyp", ascii(brand), new byte[4], ascii(String.join("", compatible)));
    }

    static byte[] moov(String handler, int width, int height, double seconds, boolean turned) {
        byte[] movie = box("mvhd", new byte[12], big(1000), big((int) (seconds * 1000)), new byte[80]);
        byte[] matrix = turned
                ? concat(big(0), big(0x10000), big(0), big(-0x10000), big(0), big(0), big(0), big(0), big(0x40000000))
                : concat(big(0x10000), big(0), big(0), big(0), big(0x10000), big(0), big(0), big(0), big(0x40000000));
        byte[] track = box("tkhd", new byte[40], matrix, big(width << 16), big(height << 16));
        byte[] media = box("mdia", box("hdlr", new byte[8], ascii(handler), new byte[13]));
        return box("moov", movie, box("trak", track, media));
    }

    static byte[] box(String name, byte[]... content) {
        byte[] inside = concat(content);
        return concat(big(inside.length + 8), ascii(name), inside);
    }

    /** Silence at 8000 samples a second, 16 bits, one channel. */
    public static byte[] wav(double seconds) {
        byte[] data = new byte[(int) (seconds * 16_000)];
        return concat(wavHead(data.length, data.length + 36), data);
    }

    /** The same as a recorder writes it into a pipe, with no sizes filled in. */
    static byte[] streamedWav(double seconds) {
        return concat(wavHead(-1, -1), new byte[(int) (seconds * 16_000)]);
    }

    private static byte[] wavHead(int dataSize, int riffSize) {
        byte[] format = concat(new byte[] {1, 0, 1, 0}, little(8000), little(16_000), new byte[] {2, 0, 16, 0});
        return concat(
                ascii("RIFF"),
                little(riffSize),
                ascii("WAVE"),
                ascii("fmt "),
                little(16),
                format,
                ascii("data"),
                little(dataSize));
    }

    /** Frames of 1152 samples at 44100 Hz: {@code frames * 0.026122} seconds. */
    static byte[] mp3(int frames) {
        byte[] frame = Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0}, 417);
        byte[] out = new byte[frames * frame.length];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(frame, 0, out, i * frame.length, frame.length);
        }
        return out;
    }

    static byte[] withId3(byte[] mp3) {
        return concat(ascii("ID3"), new byte[] {4, 0, 0, 0, 0, 2, 0}, new byte[256], mp3);
    }

    static byte[] flac(int seconds) {
        long packed = 44_100L << 44 | 1L << 41 | 15L << 36 | 44_100L * seconds;
        return concat(
                ascii("fLaC"),
                big(0x80000022),
                new byte[10],
                ByteBuffer.allocate(8).putLong(packed).array(),
                new byte[16]);
    }

    static byte[] ebml(String type) {
        return concat(big(0x1a45dfa3), new byte[20], ascii(type), new byte[200]);
    }

    static byte[] aac() {
        return Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xf1, 0x50, (byte) 0x80, 0x2e, 0x7f, (byte) 0xfc}, 400);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] big(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
