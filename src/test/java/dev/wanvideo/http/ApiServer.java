package dev.wanvideo.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider's server, as rude as a test wants it, that reads every request whole and keeps what it read. */
public final class ApiServer implements AutoCloseable {
    /** Answers one request; true to read another from the same connection. */
    public interface Manner {
        boolean answer(String request, Socket socket) throws IOException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final Loopback loopback;

    public ApiServer(Manner manner) throws IOException {
        this.loopback = new Loopback((head, socket) -> converse(head, socket, manner));
    }

    /** One that answers every request alike and then closes. */
    public static ApiServer saying(String head, String body) throws IOException {
        return new ApiServer((request, socket) -> {
            say(
                    socket,
                    head + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
            return true;
        });
    }

    /** One that answers 200 with JSON. */
    public static ApiServer json(String body) throws IOException {
        return saying("HTTP/1.1 200 OK\r\nContent-Type: application/json", body);
    }

    public static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Ends a connection the hard way. */
    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    public URI uri(String path) {
        return loopback.uri(path);
    }

    /** The requests so far, oldest first; an empty text for a connection on which none came. */
    public BlockingQueue<String> requests() {
        return requests;
    }

    public int connections() {
        return loopback.connections();
    }

    private void converse(String first, Socket socket, Manner manner) throws IOException {
        String head = first;
        boolean more = true;
        while (more) {
            String request = head + body(head, socket.getInputStream());
            requests.add(request);
            more = !head.isEmpty() && manner.answer(request, socket);
            head = more ? Loopback.head(socket.getInputStream()) : "";
            more = more && !head.isEmpty();
        }
    }

    private static String body(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        return length.find()
                ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                : "";
    }

    @Override
    public void close() throws IOException {
        loopback.close();
    }
}
