package dev.wanvideo.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * A program that listens at every address of its network and writes down, one a line, each that somebody connects to.
 * Before it says {@code ready} it has reached all that it was told of itself.
 */
final class Watchman {
    static final int PORT = 8443;
    private static final List<Integer> PORTS = List.of(PORT, 443, 80, 22, 5432);

    private final Path list;

    private Watchman(Path list) {
        this.list = list;
    }

    /** With the file to write to and the addresses to reach. */
    public static void main(String[] args) throws IOException {
        Watchman watchman = new Watchman(Path.of(args[0]));
        for (int port : PORTS) {
            ServerSocket server = new ServerSocket(port);
            new Thread(() -> watchman.listen(server), "port " + port).start();
        }
        for (String address : Arrays.asList(args).subList(1, args.length)) {
            for (int port : PORTS) {
                reach(InetAddress.getByName(address), port);
            }
        }
        Files.write(watchman.list, new byte[0]);
        System.out.println("ready");
    }

    /** A connection that was noted ends with it. */
    private static void reach(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 10_000);
            socket.getInputStream().read();
        }
    }

    private void listen(ServerSocket server) {
        try {
            while (true) {
                try (Socket visitor = server.accept()) {
                    note(visitor.getLocalAddress().getHostAddress());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the watch is over", e);
        }
    }

    private synchronized void note(String address) throws IOException {
        Files.writeString(list, address + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
