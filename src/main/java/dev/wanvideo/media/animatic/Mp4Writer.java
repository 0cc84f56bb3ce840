package dev.wanvideo.media.animatic;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Writes frames into an MP4 whose head stands before its data, so that players start at once.
 *
 * <p>The head's length is known beforehand: its place is left free and filled at the end. A random access file, because
 * an interrupt closes a channel in the middle of a write.
 */
final class Mp4Writer implements Closeable {
    private static final int DATA_BOX_HEADER = 8;

    private final Mp4Plan plan;
    private final Mp4Head head;
    private final RandomAccessFile file;
    private final int[] sizes;
    private final int[] videoChunks;
    private final int[] audioChunks;
    private final int headLength;
    private int position;
    private int frame;

    Mp4Writer(Path target, Mp4Plan plan) throws IOException {
        this.plan = plan;
        this.head = new Mp4Head(plan);
        this.sizes = new int[plan.frames()];
        this.videoChunks = new int[plan.seconds()];
        this.audioChunks = new int[plan.seconds()];
        this.headLength = head.bytesFor(sizes, videoChunks, audioChunks).length;
        this.position = headLength + DATA_BOX_HEADER;
        this.file = new RandomAccessFile(target.toFile(), "rw");
        file.setLength(0);
        file.seek(position);
    }

    /** Adds the next frame, in the length-prefixed form of MP4. */
    void add(ByteBuffer sample) throws IOException {
        if (frame % plan.framesPerSecond() == 0) {
            videoChunks[frame / plan.framesPerSecond()] = position;
        }
        sizes[frame++] = sample.remaining();
        write(sample.array(), sample.arrayOffset() + sample.position(), sample.remaining());
        if (frame % plan.framesPerSecond() == 0) {
            addSilence(frame / plan.framesPerSecond() - 1);
        }
    }

    /** Fills in the head; nothing may be added afterwards. */
    void finish() throws IOException {
        file.seek(0);
        file.write(head.bytesFor(sizes, videoChunks, audioChunks));
        file.writeInt(position - headLength);
        file.write(Mp4Boxes.ascii("mdat"));
    }

    private void addSilence(int second) throws IOException {
        audioChunks[second] = position;
        byte[] silence = SilentAac.frame();
        byte[] block = new byte[plan.audioFramesIn(second) * silence.length];
        for (int at = 0; at < block.length; at += silence.length) {
            System.arraycopy(silence, 0, block, at, silence.length);
        }
        write(block, 0, block.length);
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        file.write(bytes, offset, length);
        position = Math.addExact(position, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
