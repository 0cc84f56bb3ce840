package dev.wanvideo.hostile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A folder that may be read, full of traps, and one beside it that may not and holds sound pictures. Who reads a
 * picture by any path of the table has been led out.
 */
public final class Lair {
    private final Path inside;
    private final Path outside;

    private Lair(Path root) {
        this.inside = root.resolve("pictures");
        this.outside = root.resolve("outside");
    }

    /** Furnishes both under an empty folder. */
    public static Lair under(Path root) throws IOException, InterruptedException {
        Lair lair = new Lair(root.toRealPath());
        Files.createDirectories(lair.inside.resolve("folder"));
        Files.createDirectories(lair.inside.resolve("folder.png"));
        Files.createDirectories(lair.outside);
        Path others = Files.createDirectories(lair.inside.resolveSibling("pictures-of-others"));
        picture(lair.inside.resolve("good.png"));
        picture(lair.outside.resolve("secret.png"));
        picture(others.resolve("secret.png"));
        lair.links();
        lair.nodes();
        HostileFiles.write(lair.inside);
        return lair;
    }

    /** The folder that may be read. */
    public Path inside() {
        return inside;
    }

    /** The folder that may not. */
    public Path outside() {
        return outside;
    }

    /** What the table's words stand for, but for the port. */
    public Map<String, String> places() {
        String large =
                inside.getParent() + "/" + inside.getFileName().toString().toUpperCase(Locale.ROOT);
        return Map.of("in", inside.toString(), "IN", large, "out", outside.toString());
    }

    /** A sound picture. */
    public static void picture(Path file) throws IOException {
        ImageIO.write(new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private void links() throws IOException {
        link("link.png", outside.resolve("secret.png").toString());
        link("link2.png", inside.resolve("link.png").toString());
        link("relative.png", "../outside/secret.png");
        link("linked", outside.toString());
        link("dangling.png", outside.resolve("nothing.png").toString());
        link("loop.png", "loop.png");
        link("zero.png", "/dev/zero");
        link("environ.png", "/proc/self/environ");
        link("cwd", "/proc/self/cwd");
        link("piped.png", "pipe.png");
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(inside.resolve(name), Path.of(target));
    }

    /** A pipe that nobody writes to, so that whoever opens it waits for ever, and the name of a socket. */
    private void nodes() throws IOException, InterruptedException {
        pipe(inside.resolve("pipe.png"));
        Path socket = inside.resolve("socket.png");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
        }
    }

    /** Makes a pipe. */
    public static void pipe(Path file) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        if (exit != 0) {
            throw new IOException("mkfifo ended with " + exit);
        }
    }
}
