package dev.wanvideo.media;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs installed programs; tests that need one are skipped where it is missing. */
public final class Programs {
    private Programs() {}

    /** What the program writes to its standard output; what it writes beside that is the message of its failure. */
    public static byte[] run(List<String> command) throws IOException, InterruptedException {
        assumeTrue(installed(command.get(0)), "needs " + command.get(0));
        Path words = Files.createTempFile("words", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // ImageMagick's threads wait for each other by spinning, which costs more than such small files take.
            builder.environment().put("OMP_NUM_THREADS", "1");
            Process process = builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectError(words.toFile())
                    .start();
            byte[] out = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", command) + ": " + Files.readString(words));
            }
            return out;
        } finally {
            Files.deleteIfExists(words);
        }
    }

    /** The same as text. */
    public static String text(List<String> command) throws IOException, InterruptedException {
        return new String(run(command), StandardCharsets.UTF_8);
    }

    /** The first of these that is installed; the last where none is. */
    public static String firstOf(String... programs) {
        return Stream.of(programs).filter(Programs::installed).findFirst().orElse(programs[programs.length - 1]);
    }

    private static boolean installed(String program) {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
