package dev.wanvideo.media.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files where their headers are, as chance has it. */
final class Mutation {
    /** Lengths, counts and places that arithmetic stumbles over. */
    private static final List<Integer> EXTREMES =
            List.of(0, 1, 2, 7, 8, 0x7f, 0xff, 0xffff, 0x10000, 0xffffff, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -8);

    private static final int HEAD = 2048;

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** A damaged copy. */
    byte[] of(byte[] whole, byte[] other) {
        byte[] bytes = whole.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes = once(bytes, other);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        if (bytes.length < 16) {
            return bytes;
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, place(bytes));
            case 1 -> without(bytes, place(bytes), 1 + random.nextInt(64));
            case 2 -> twice(bytes, place(bytes), 1 + random.nextInt(4096));
            case 3 -> spliced(bytes, other);
            case 4 -> noise(bytes);
            default -> extreme(bytes);
        };
    }

    /** Headers lie at the beginning, indexes often at the end. */
    private int place(byte[] bytes) {
        int head = Math.min(HEAD, bytes.length);
        return switch (random.nextInt(8)) {
            case 0 -> random.nextInt(bytes.length);
            case 1, 2 -> bytes.length - 1 - random.nextInt(head);
            case 3, 4 -> random.nextInt(Math.min(64, bytes.length));
            default -> random.nextInt(head);
        };
    }

    private byte[] noise(byte[] bytes) {
        for (int i = random.nextInt(16); i >= 0; i--) {
            bytes[place(bytes)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private byte[] extreme(byte[] bytes) {
        int at = Math.min(place(bytes), bytes.length - 8);
        int value = EXTREMES.get(random.nextInt(EXTREMES.size()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        switch (random.nextInt(4)) {
            case 0 -> buffer.putInt(at, Integer.reverseBytes(value));
            case 1 -> buffer.putShort(at, (short) value);
            case 2 -> buffer.putLong(at, value);
            default -> buffer.putInt(at, value);
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        byte[] rest = Arrays.copyOf(bytes, Math.max(at, bytes.length - count));
        int from = Math.min(bytes.length, at + count);
        System.arraycopy(bytes, from, rest, at, bytes.length - from);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int at, int count) {
        int length = Math.min(count, bytes.length - at);
        byte[] more = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, more, at + length, bytes.length - at);
        return more;
    }

    private byte[] spliced(byte[] bytes, byte[] other) {
        int at = place(bytes);
        int from = random.nextInt(other.length);
        System.arraycopy(other, from, bytes, at, Math.min(bytes.length - at, other.length - from));
        return bytes;
    }
}
