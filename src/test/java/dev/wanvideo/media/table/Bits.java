package dev.wanvideo.media.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Parts of media files that no program here writes as they are wanted. */
final class Bits {
    private Bits() {}

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] big(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** The file but for its last bytes. */
    static byte[] without(int last, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        return Arrays.copyOf(whole, whole.length - last);
    }

    /** The JPEG with a note of its camera behind its first mark, in either order of bytes. */
    static byte[] oriented(Path jpeg, int orientation, ByteOrder order) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(36).putShort((short) 0xffe1).putShort((short) 34);
        block.put(ascii("Exif\0\0")).order(order);
        block.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42);
        block.putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3);
        block.putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return behindFirstMark(jpeg, block.array());
    }

    /** The JPEG with blocks of a colour profile as long as this in its header. */
    static byte[] profiled(Path jpeg, int bytes) throws IOException {
        byte[] block = concat(new byte[] {(byte) 0xff, (byte) 0xec, (byte) 0xff, (byte) 0xff}, new byte[0xfffd]);
        byte[] blocks = new byte[0];
        while (blocks.length < bytes) {
            blocks = concat(blocks, block);
        }
        return behindFirstMark(jpeg, blocks);
    }

    private static byte[] behindFirstMark(Path jpeg, byte[] block) throws IOException {
        byte[] whole = Files.readAllBytes(jpeg);
        return concat(Arrays.copyOf(whole, 2), block, Arrays.copyOfRange(whole, 2, whole.length));
    }

    /** A tag of ID3v2.3 with a comment of so many bytes that hold nothing. */
    static byte[] id3v2(int padding) {
        byte[] size = {
            (byte) (padding >> 21 & 0x7f),
            (byte) (padding >> 14 & 0x7f),
            (byte) (padding >> 7 & 0x7f),
            (byte) (padding & 0x7f)
        };
        return concat(ascii("ID3"), new byte[] {3, 0, 0}, size, new byte[padding]);
    }

    static byte[] id3v1() {
        return Arrays.copyOf(ascii("TAGA title"), 128);
    }

    static byte[] grain(int bytes) {
        byte[] grain = new byte[bytes];
        new Random(1).nextBytes(grain);
        return grain;
    }
}
