package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Events as they are written on the wire: https://html.spec.whatwg.org/multipage/server-sent-events.html, read
 * 2026-11-21.
 */
final class Frame {

    private static final byte[] END = {'\n', '\n'};

    private Frame() {}

    /** A message that nobody can ask for again. */
    static byte[] of(byte[] message) {
        return joined("event: message\ndata: ", message);
    }

    static byte[] of(String id, byte[] message) {
        return joined("id: " + id + "\nevent: message\ndata: ", message);
    }

    /** Tells a client from where to go on should the connection break, and after how many milliseconds. */
    static byte[] priming(String id, long retryMillis) {
        return joined("id: " + id + "\nretry: " + retryMillis + "\ndata: ", new byte[0]);
    }

    private static byte[] joined(String head, byte[] message) {
        byte[] start = head.getBytes(UTF_8);
        int length = message.length;
        while (length > 0 && message[length - 1] == '\n') {
            length--;
        }
        byte[] frame = new byte[start.length + length + END.length];
        System.arraycopy(start, 0, frame, 0, start.length);
        System.arraycopy(message, 0, frame, start.length, length);
        System.arraycopy(END, 0, frame, start.length + length, END.length);
        return frame;
    }
}
