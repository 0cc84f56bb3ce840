package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that ran to its end: how it was called, its exit code and what it wrote. */
public record Ran(List<String> command, int exit, String out, String err) {
    public Ran {
        command = List.copyOf(command);
    }

    /** Runs a program in an environment that holds these variables alone; over time it is ended with its children. */
    public static Ran of(List<String> command, Path folder, Map<String, String> environment, Duration limit) {
        return of(command, folder, environment, limit, "");
    }

    /** The same, with something on its standard input. */
    static Ran of(List<String> command, Path folder, Map<String, String> environment, Duration limit, String input) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            try {
                int exit = exitOf(builder(command, folder, environment, out, err), limit, input);
                return new Ran(command, exit, text(out), text(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new AssertionError("could not run " + command, e);
        }
    }

    /** Everything about it, for a failing test. */
    @Override
    public String toString() {
        return String.join(" ", command) + "\nended with " + exit + "\n--- stdout\n" + out + "\n--- stderr\n" + err;
    }

    private static ProcessBuilder builder(
            List<String> command, Path folder, Map<String, String> environment, Path out, Path err) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    private static int exitOf(ProcessBuilder builder, Duration limit, String input) throws IOException {
        Process process = builder.start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
