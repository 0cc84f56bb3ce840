package dev.wanvideo.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged server as {@code wan-video-mcp http}, on any free port. */
final class HttpProduct implements AutoCloseable {
    private static final String TOLD = "wan-video-mcp serves MCP at ";
    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final URI address;

    private HttpProduct(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static HttpProduct start(Premises premises, String... options) {
        List<String> command = new ArrayList<>(Product.command());
        command.addAll(List.of("http", "--port", "0"));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(premises.root());
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(premises.root().toFile());
            builder.environment().clear();
            builder.environment().putAll(premises.environment());
            Process process = builder.start();
            return new HttpProduct(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** Asks it to end, as a service manager does, and waits; the exit code that this leads to. */
    int terminate() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Reads its standard error to the end, so that it never waits for a reader. */
    private static URI address(Process process) throws IOException {
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(TOLD)) {
                Thread rest = new Thread(() -> errors.lines().forEach(unused -> {}), "stderr");
                rest.setDaemon(true);
                rest.start();
                return URI.create(line.substring(TOLD.length()));
            }
        }
        throw new AssertionError("the server ended before it listened");
    }
}
