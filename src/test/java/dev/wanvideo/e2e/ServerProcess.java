package dev.wanvideo.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server as the system sees it: a process with three pipes, each read to its end. */
final class ServerProcess {
    private final StringBuffer errors = new StringBuffer();
    private final Process process;
    private final List<Thread> readers;

    private ServerProcess(Process process, Consumer<String> lines, Runnable atEnd) {
        this.process = process;
        this.readers = List.of(
                read(process.inputReader(StandardCharsets.UTF_8), lines, atEnd),
                read(process.errorReader(StandardCharsets.UTF_8), line -> errors.append(line + "\n"), () -> {}));
    }

    /** Starts it in the environment of these premises alone; what it writes to stdout goes to {@code lines}. */
    static ServerProcess start(List<String> command, Premises premises, Consumer<String> lines, Runnable atEnd) {
        try {
            Files.createDirectories(premises.root());
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(premises.root().toFile());
            builder.environment().clear();
            builder.environment().putAll(premises.environment());
            return new ServerProcess(builder.start(), lines, atEnd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to its stdin; messages of several threads do not mix. */
    synchronized void send(byte[] bytes) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(bytes);
            in.flush();
        } catch (IOException e) {
            throw new AssertionError("the server no longer reads; stderr:\n" + errors, e);
        }
    }

    void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is gone and all it wrote is read; returns its exit code. */
    int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not exit; stderr:\n" + errors);
            }
            for (Thread reader : readers) {
                reader.join(limit.toMillis());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the server's end", e);
        }
    }

    /** Ends it and what it started at once, as {@code kill -9} does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it wrote to stderr so far. */
    String errors() {
        return errors.toString();
    }

    private Thread read(BufferedReader lines, Consumer<String> reader, Runnable atEnd) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader open = lines) {
                        open.lines().forEach(reader);
                    } catch (IOException | UncheckedIOException e) {
                        errors.append("[a pipe broke]\n");
                    } finally {
                        atEnd.run();
                    }
                },
                "pipe of " + process.pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
