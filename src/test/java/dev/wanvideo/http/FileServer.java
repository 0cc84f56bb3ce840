package dev.wanvideo.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves one file as a web server does, whole or in ranges, and counts what it is asked and what it sends. */
public final class FileServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("(?i)\r\nrange: bytes=(\\d+)-(\\d*)");
    private static final Pattern IF_RANGE = Pattern.compile("(?i)\r\nif-range: ([^\r]*)");

    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final Loopback loopback;
    private volatile byte[] body;
    private volatile String tag = "\"one\"";
    private volatile String status = "";
    private volatile boolean ranges = true;
    private volatile boolean lengths = true;
    private volatile long claimed = -1;
    private volatile long hangUpAfter = Long.MAX_VALUE;

    public FileServer(byte[] body) throws IOException {
        this.body = body;
        this.loopback = new Loopback(this::answer);
    }

    /** Another state of the file. */
    public FileServer nowServing(byte[] other, String otherTag) {
        body = other;
        tag = otherTag;
        return this;
    }

    /** Without an entity tag when empty. */
    public FileServer tagged(String newTag) {
        tag = newTag;
        return this;
    }

    public FileServer withoutRanges() {
        ranges = false;
        return this;
    }

    public FileServer withoutLengths() {
        lengths = false;
        return this;
    }

    /** Says that whole files are so long, whatever they are. */
    public FileServer claiming(long bytes) {
        claimed = bytes;
        return this;
    }

    /** Answers everything with this status line, e.g. {@code 403 Forbidden}. */
    public FileServer answering(String line) {
        status = line;
        return this;
    }

    /** Ends each connection after so many bytes of a body. */
    public FileServer hangingUpAfter(long bytes) {
        hangUpAfter = bytes;
        return this;
    }

    public URI uri(String path) {
        return loopback.uri(path);
    }

    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** Bytes of bodies that were handed to the network. */
    public long sent() {
        return sent.get();
    }

    private void answer(String head, Socket socket) throws IOException {
        heads.add(head);
        byte[] file = body;
        Matcher range = RANGE.matcher(head);
        if (!status.isEmpty()) {
            Loopback.say(socket, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n", new byte[0]);
        } else if (!ranges || !range.find() || !sameFile(head)) {
            send(socket, "200 OK", "", file, 0, file.length);
        } else if (Long.parseLong(range.group(1)) >= file.length) {
            String answer =
                    "HTTP/1.1 416 No\r\nContent-Range: bytes */" + file.length + "\r\nContent-Length: 0\r\n\r\n";
            Loopback.say(socket, answer, new byte[0]);
        } else {
            int from = Integer.parseInt(range.group(1));
            long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
            int to = (int) Math.min(file.length, last == Long.MAX_VALUE ? last : last + 1);
            String place = "Content-Range: bytes " + from + "-" + (to - 1) + "/" + file.length + "\r\n";
            send(socket, "206 Partial Content", place, file, from, to);
        }
    }

    private boolean sameFile(String head) {
        Matcher condition = IF_RANGE.matcher(head);
        return !condition.find() || condition.group(1).equals(tag);
    }

    private void send(Socket socket, String line, String place, byte[] file, int from, int to) throws IOException {
        String head = "HTTP/1.1 " + line + "\r\n" + place + (tag.isEmpty() ? "" : "ETag: " + tag + "\r\n")
                + (lengths
                        ? "Content-Length: " + (claimed >= 0 && from == 0 ? claimed : to - from) + "\r\n"
                        : "Connection: close\r\n")
                + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        long end = from + Math.min(to - from, hangUpAfter);
        for (int at = from; at < end; at += 16_384) {
            int count = (int) Math.min(16_384, end - at);
            // Counted first: whoever has read the last byte may ask for the sum before this thread goes on.
            sent.addAndGet(count);
            out.write(file, at, count);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        loopback.close();
    }
}
