package dev.wanvideo.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes real films and sounds; tests that need it are skipped where it is not installed. */
public final class Ffmpeg {
    private Ffmpeg() {}

    /** Runs it; the last argument is the name of the file in the folder. */
    public static Path makes(Path folder, String... arguments) throws IOException, InterruptedException {
        assumeTrue(installed(), "needs ffmpeg");
        Path file = folder.resolve(arguments[arguments.length - 1]);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        command.addAll(Arrays.asList(arguments).subList(0, arguments.length - 1));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(words).isZero();
        return file;
    }

    /** A film as WAN makes them: H.264 High, 30 frames a second, with sound. */
    public static Path film(Path folder, String size, int seconds, String name, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + size + ":rate=30:duration=" + seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=duration=" + seconds,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-profile:v",
                "high"));
        arguments.addAll(List.of("-bf", "2", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest"));
        arguments.addAll(Arrays.asList(more));
        arguments.add(name);
        return makes(folder, arguments.toArray(String[]::new));
    }

    private static boolean installed() {
        try {
            Process process = new ProcessBuilder("ffmpeg", "-version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
