package dev.wanvideo.hostile;

import static dev.wanvideo.hostile.HostileFiles.ascii;
import static dev.wanvideo.hostile.HostileFiles.big;
import static dev.wanvideo.hostile.HostileFiles.bytes;
import static dev.wanvideo.hostile.HostileFiles.gzip;
import static dev.wanvideo.hostile.HostileFiles.joined;
import static dev.wanvideo.hostile.HostileFiles.little;
import static dev.wanvideo.hostile.HostileFiles.padded;
import static dev.wanvideo.hostile.HostileFiles.sum;
import static dev.wanvideo.hostile.HostileFiles.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;

/** Pictures of some hundred bytes that would fill any memory, and archives within archives. */
public final class HostilePictures {
    /** Far more than a small picture takes. */
    public static final int SWOLLEN = 256 << 20;

    private static final int MEGABYTE = 1 << 20;

    private HostilePictures() {}

    /** Those that no use can be made of. */
    static void write(Path folder) throws IOException {
        Files.write(folder.resolve("gigapixel.png"), HostileFiles.png(50_000, 50_000));
        Files.write(folder.resolve("bomb.gif"), gif(0xffff, 0xffff));
        Files.write(folder.resolve("frame.gif"), gif(320, 0xffff));
        Files.write(folder.resolve("lossless.webp"), riff(chunk("VP8L", lossless(16_384, 16_384))));
        Files.write(
                folder.resolve("canvas.webp"), riff(joined(canvas(1 << 24, 1 << 24), chunk("VP8 ", lossy(16, 16)))));
        Files.write(
                folder.resolve("animated.webp"), riff(joined(canvas(1 << 24, 1 << 24), chunk("ANIM", new byte[6]))));
        Files.write(folder.resolve("inner.webp"), inner());
        Files.write(folder.resolve("inner-lossless.webp"), innerLossless());
        Files.write(folder.resolve("bomb.tif"), tiff(65_000, 65_000, 65_000));
        Files.write(
                folder.resolve("svgz.png"),
                gzip(joined(ascii("<svg xmlns=\"http://www.w3.org/2000/svg\">"), new byte[4 * MEGABYTE])));
        Files.write(folder.resolve("zips.png"), zip("a.zip", zip("b.zip", zip("c.zip", new byte[MEGABYTE]))));
        Files.write(folder.resolve("bzip2.png"), padded('B', 'Z', 'h', '9', 0x31, 0x41, 0x59, 0x26));
        Files.write(folder.resolve("cab.png"), padded('M', 'S', 'C', 'F', 0, 0, 0, 0));
    }

    /** A lossy WEBP picture whose frame is larger than it says itself. */
    public static byte[] inner() {
        return riff(joined(canvas(320, 320), chunk("VP8 ", lossy(16_383, 16_383))));
    }

    /** The same without loss. */
    public static byte[] innerLossless() {
        return riff(joined(canvas(320, 320), chunk("VP8L", lossless(16_384, 16_384))));
    }

    /** A small PNG picture with a chunk of this name that would swell to 256 MB. */
    public static byte[] swelling(String chunk) throws IOException {
        byte[] sound = HostileFiles.png(320, 320);
        byte[] start = joined(ascii(chunk), ascii("name\0\0"));
        byte[] content = joined(start, deflated(SWOLLEN));
        byte[] image = joined(ascii("IDAT"), deflated(320 * (1 + 320 * 3)));
        int head = 33;
        return joined(
                Arrays.copyOf(sound, head),
                big(content.length - 4),
                content,
                big(sum(content)),
                big(image.length - 4),
                image,
                big(sum(image)),
                Arrays.copyOfRange(sound, head, sound.length));
    }

    /** A TIFF picture whose only strip says that it is this long. */
    public static byte[] tiff(int width, int height, int strip) {
        int[][] entries = {
            {256, width}, {257, height}, {258, 8}, {259, 8}, {262, 1}, {273, 120}, {277, 1}, {278, height}, {279, strip}
        };
        ByteBuffer file = little(160).put(ascii("II*\0")).putInt(8).putShort((short) entries.length);
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
        }
        return file.putInt(0).array();
    }

    private static byte[] gif(int screen, int frame) {
        return little(34)
                .put(ascii("GIF89a"))
                .putShort((short) screen)
                .putShort((short) screen)
                .put(bytes(0x80, 0, 0, 0, 0, 0, 255, 255, 255))
                .put((byte) 0x2c)
                .putInt(0)
                .putShort((short) frame)
                .putShort((short) frame)
                .put(bytes(0, 2, 1, 0x44, 0, 0x3b))
                .array();
    }

    private static byte[] riff(byte[] content) {
        return joined(
                little(12)
                        .put(ascii("RIFF"))
                        .putInt(content.length + 4)
                        .put(ascii("WEBP"))
                        .array(),
                content);
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] whole = content.length % 2 == 0 ? content : joined(content, new byte[1]);
        return joined(little(8).put(ascii(name)).putInt(content.length).array(), whole);
    }

    private static byte[] canvas(int width, int height) {
        int w = width - 1;
        int h = height - 1;
        return chunk("VP8X", bytes(2, 0, 0, 0, w, w >> 8, w >> 16, h, h >> 8, h >> 16));
    }

    private static byte[] lossy(int width, int height) {
        return little(64)
                .put(bytes(0x10, 2, 0, 0x9d, 0x01, 0x2a))
                .putShort((short) width)
                .putShort((short) height)
                .array();
    }

    private static byte[] lossless(int width, int height) {
        return little(64).put((byte) 0x2f).putInt(width - 1 | height - 1 << 14).array();
    }

    private static byte[] deflated(int zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            byte[] some = new byte[MEGABYTE];
            for (int left = zeros; left > 0; left -= some.length) {
                out.write(some, 0, Math.min(left, some.length));
            }
        }
        return bytes.toByteArray();
    }
}
