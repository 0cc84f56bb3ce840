package dev.wanvideo.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, since a class is loaded once. */
final class SharedJsonTest {
    @TempDir
    private Path folder;

    @Test
    void whoeverStartsTheLoadingDoesNotDoIt() throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log + ":tid",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().transferTo(System.err);
        assertThat(process.waitFor()).isZero();
        String loads = Files.readString(log);
        assertThat(thread(loads, "tools.jackson.databind.ObjectMapper"))
                .isNotEqualTo(thread(loads, SharedJson.class.getName()));
    }

    private static String thread(String loads, String type) {
        Matcher line =
                Pattern.compile("\\[(\\d+)] " + Pattern.quote(type) + " ").matcher(loads);
        assertThat(line.find()).as(type).isTrue();
        return line.group(1);
    }

    /** Starts it and waits for its end. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] arguments) throws InterruptedException {
            SharedJson.loadBehind();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("json")) {
                    thread.join();
                }
            }
            SharedJson.mapper();
        }
    }
}
