package dev.wanvideo.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that says exactly what a test wants, well-formed or not, and counts who comes. */
public final class Loopback implements AutoCloseable {
    /** Answers one request whose head has been read; the connection ends when it returns. */
    public interface Conversation {
        void answer(String head, Socket socket) throws IOException;
    }

    private static final int TLS_HANDSHAKE = 22;

    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final Conversation conversation;

    public Loopback(Conversation conversation) throws IOException {
        this.conversation = conversation;
        this.server = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
        daemon(this::accept);
    }

    /** One that answers every request with these words and bytes. */
    public static Loopback saying(String head, byte[] body) throws IOException {
        return new Loopback((request, socket) -> say(socket, head, body));
    }

    /** One that serves a body as an ordinary file. */
    public static Loopback serving(byte[] body) throws IOException {
        return saying("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n", body);
    }

    static void say(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    public int port() {
        return server.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                daemon(() -> converse(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            conversation.answer(head(socket.getInputStream()), socket);
        } catch (IOException e) {
            // The client went away; tests look at the client's side.
        }
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || next == TLS_HANDSHAKE && head.length() == 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
