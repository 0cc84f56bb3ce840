package dev.wanvideo.e2e;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** A folder that may be read, full of files that cannot be used, and one beside it that may not be read. */
final class PictureFolder {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final Path allowed;
    private final Path outside;

    private PictureFolder(Path root) {
        this.allowed = root.resolve("pictures");
        this.outside = root.resolve("outside");
    }

    static PictureFolder under(Path root) throws IOException {
        PictureFolder folder = new PictureFolder(root);
        Files.createDirectories(folder.allowed.resolve("folder.png"));
        Files.createDirectories(folder.outside);
        folder.fill();
        return folder;
    }

    Path allowed() {
        return allowed;
    }

    Path outside() {
        return outside;
    }

    private void fill() throws IOException {
        byte[] anna = Files.readAllBytes(Path.of(TwoCharacters.picture("anna")));
        Files.write(allowed.resolve("empty.png"), new byte[0]);
        Files.writeString(allowed.resolve("text.png"), "This is no picture.\n");
        Files.writeString(allowed.resolve("page.png"), "<!doctype html><title>Not found</title>");
        Files.writeString(allowed.resolve("drawing.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.write(allowed.resolve("picture.mp4"), anna);
        Files.write(allowed.resolve("picture.wav"), anna);
        Files.write(allowed.resolve("cut.png"), Arrays.copyOf(anna, 20));
        Files.write(allowed.resolve("bomb.png"), header(60_000, 60_000));
        paint("small.png", 100, 100);
        paint("narrow.png", 2600, 300);
        Files.write(outside.resolve("secret.png"), anna);
        Files.createSymbolicLink(allowed.resolve("link.png"), outside.resolve("secret.png"));
        Files.createSymbolicLink(allowed.resolve("dangling.png"), outside.resolve("nothing.png"));
        Files.createSymbolicLink(allowed.resolve("loop.png"), allowed.resolve("loop.png"));
        pipe("pipe.png");
    }

    /** A file that nobody writes to: whoever opens it waits for ever. */
    private void pipe(String name) throws IOException {
        Ran made = Ran.of(
                List.of("mkfifo", allowed.resolve(name).toString()),
                allowed,
                Map.of("PATH", SearchPath.text()),
                Duration.ofSeconds(30));
        if (made.exit() != 0) {
            throw new IOException(made.toString());
        }
    }

    private void paint(String name, int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(picture, "png", allowed.resolve(name).toFile());
    }

    /** A PNG that claims to be this large, and holds nothing. */
    private static byte[] header(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(PNG.length + 25)
                .put(PNG)
                .putInt(13)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }
}
