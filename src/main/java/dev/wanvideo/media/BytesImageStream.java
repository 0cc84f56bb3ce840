package dev.wanvideo.media;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Lets the picture readers of the JDK read headers from any {@link Bytes}. */
final class BytesImageStream extends ImageInputStreamImpl {
    private static final int AHEAD = 4096;

    private final Bytes bytes;
    private byte[] window = new byte[0];
    private long start;

    BytesImageStream(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (streamPos < start || streamPos >= start + window.length) {
            // Reading ahead saves reads of a file; of what is far away it might use up the one read that is left.
            window = bytes.upTo(streamPos, bytes.atHand(streamPos, AHEAD) ? AHEAD : Math.min(count, AHEAD));
            start = streamPos;
        }
        int within = (int) (streamPos - start);
        int copied = Math.min(count, window.length - within);
        if (copied <= 0) {
            return count == 0 ? 0 : -1;
        }
        System.arraycopy(window, within, target, offset, copied);
        streamPos += copied;
        return copied;
    }

    @Override
    public long length() {
        return bytes.lengthTold() ? bytes.length() : -1;
    }
}
