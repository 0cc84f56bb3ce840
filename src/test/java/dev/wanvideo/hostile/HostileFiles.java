package dev.wanvideo.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are not what their names say, or say that they are larger than any memory. */
final class HostileFiles {
    private static final int MEGABYTE = 1 << 20;

    private HostileFiles() {}

    static void write(Path folder) throws IOException {
        archives(folder);
        bombs(folder);
        texts(folder);
        films(folder);
        HostilePictures.write(folder);
    }

    private static void archives(Path folder) throws IOException {
        byte[] zip = zip("secret.png", new byte[4 * MEGABYTE]);
        Files.write(folder.resolve("zip.png"), zip);
        Files.write(folder.resolve("zip.mp4"), zip);
        Files.write(folder.resolve("docx.png"), zip("[Content_Types].xml", new byte[MEGABYTE]));
        Files.write(folder.resolve("gzip.png"), gzip(new byte[4 * MEGABYTE]));
        Files.write(folder.resolve("7z.png"), padded(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4));
        Files.write(folder.resolve("rar.png"), padded(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0));
        Files.write(folder.resolve("xz.png"), padded(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4));
        Files.write(folder.resolve("zstd.png"), padded(0x28, 0xb5, 0x2f, 0xfd, 4, 0, 0, 0));
        byte[] tar = new byte[1024];
        System.arraycopy(ascii("secret.png"), 0, tar, 0, 10);
        System.arraycopy(ascii("ustar"), 0, tar, 257, 5);
        Files.write(folder.resolve("tar.png"), tar);
    }

    /** Heads that claim sizes, with nothing or little behind them. */
    private static void bombs(Path folder) throws IOException {
        Files.write(folder.resolve("bomb.png"), png(60_000, 60_000));
        Files.write(folder.resolve("negative.png"), png(-1, -1));
        Files.write(folder.resolve("zero-size.png"), png(0, 0));
        Files.write(folder.resolve("bomb.jpg"), jpeg(0xffff, 0xffff));
        Files.write(folder.resolve("bomb.webp"), webp(16_383, 16_383));
        Files.write(folder.resolve("bomb.bmp"), bmp(30_000, 30_000));
        Files.write(folder.resolve("huge.bmp"), bmp(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private static void texts(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("svg.png"),
                "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e;</text></svg>");
        Files.writeString(folder.resolve("html.png"), "<!doctype html><title>Log in</title>");
        Files.writeString(folder.resolve("pdf.png"), "%PDF-1.7\n1 0 obj\n");
        Files.write(folder.resolve("elf.png"), padded(0x7f, 'E', 'L', 'F', 2, 1, 1, 0));
        Files.writeString(
                folder.resolve("playlist.mp4"), "#EXTM3U\n#EXTINF:5,\nhttps://127.0.0.1/a.ts\n#EXT-X-ENDLIST\n");
        Files.writeString(folder.resolve("concat.mp4"), "ffconcat version 1.0\nfile /etc/passwd\n");
        Files.writeString(folder.resolve("text.png"), "This is no picture.\n");
        Files.write(folder.resolve("empty.png"), new byte[0]);
    }

    private static void films(Path folder) throws IOException {
        byte[] head = box("ftyp", ascii("isom\0\0\2\0isom"));
        byte[] endless = ByteBuffer.allocate(16)
                .putInt(1)
                .put(ascii("moov"))
                .putLong(Long.MAX_VALUE)
                .array();
        Files.write(folder.resolve("endless.mp4"), joined(head, endless));
        byte[] nested = new byte[0];
        for (int depth = 0; depth < 4000; depth++) {
            nested = box("moov", nested);
        }
        Files.write(folder.resolve("nested.mp4"), joined(head, nested));
    }

    static byte[] png(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put(ascii("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        return joined(
                bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'),
                big(13),
                chunk,
                big(sum(chunk)),
                big(0),
                ascii("IEND"),
                big(sum(ascii("IEND"))));
    }

    private static byte[] jpeg(int width, int height) {
        return joined(
                bytes(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3),
                bytes(1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0),
                bytes(0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0xff, 0xd9));
    }

    private static byte[] webp(int width, int height) {
        byte[] frame = little(18)
                .put(bytes(0x10, 0, 0, 0x9d, 0x01, 0x2a))
                .putShort((short) width)
                .putShort((short) height)
                .array();
        byte[] head = little(20)
                .put(ascii("RIFF"))
                .putInt(frame.length + 12)
                .put(ascii("WEBPVP8 "))
                .putInt(frame.length)
                .array();
        return joined(head, frame);
    }

    private static byte[] bmp(int width, int height) {
        return little(58)
                .put(ascii("BM"))
                .putInt(58)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) 24)
                .array();
    }

    private static byte[] box(String name, byte[] content) {
        return joined(big(content.length + 8), ascii(name), content);
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static int sum(byte[] chunk) {
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return (int) sum.getValue();
    }

    static byte[] padded(int... head) {
        return joined(bytes(head), new byte[512]);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] big(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
