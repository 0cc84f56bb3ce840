package dev.wanvideo.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One packaged server over HTTP, which keeps its address when it is killed and started again. */
public final class Replica implements AutoCloseable {
    private static final String SERVES = "wan-video-mcp serves MCP at ";
    private static final String OPERATORS = "wan-video-mcp tells operators at port ";
    private static final long LIMIT_SECONDS = 60;

    private final Site site;
    private final String name;
    private final Path log;
    private volatile Process process;
    private volatile CountDownLatch listens = new CountDownLatch(1);
    private volatile URI address = URI.create("http://127.0.0.1:0/mcp");
    private volatile int operators;
    private volatile boolean struck;

    private Replica(Site site, String name) throws IOException {
        this.site = site;
        this.name = name;
        this.log = Files.createDirectories(site.folder()).resolve(name + ".log");
        this.process = run();
    }

    /** Listens when this returns. */
    public static Replica start(Site site, String name) throws IOException, InterruptedException {
        Replica replica = begin(site, name);
        replica.awaitListening();
        return replica;
    }

    /** Is on its way when this returns. */
    public static Replica begin(Site site, String name) throws IOException {
        return new Replica(site, name);
    }

    private Process run() throws IOException {
        List<String> command = new ArrayList<>(site.command());
        command.addAll(List.of("http", "--port", String.valueOf(address.getPort())));
        command.addAll(List.of("--metrics-port", String.valueOf(operators)));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(site.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(site.environment(name));
        Process started =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Thread reader = new Thread(() -> read(started), name + "-log");
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    private void read(Process started) {
        try (BufferedReader lines = started.errorReader(UTF_8);
                BufferedWriter out =
                        Files.newBufferedWriter(log, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + "\n");
                out.flush();
                hear(line);
            }
        } catch (IOException e) {
            // The pipe of a killed process may break anywhere.
        }
    }

    private void hear(String line) {
        if (line.startsWith(OPERATORS)) {
            operators = Integer.parseInt(line.substring(OPERATORS.length()).strip());
        }
        if (line.startsWith(SERVES)) {
            address = URI.create(line.substring(SERVES.length()).strip());
            listens.countDown();
        }
    }

    /** Waits until clients can come. */
    public void awaitListening() throws InterruptedException {
        if (!listens.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(name + " does not listen; its log: " + told());
        }
    }

    /** Where clients come in. */
    public URI address() {
        return address;
    }

    /** Where operators ask, e.g. {@code http://127.0.0.1:9464/}. */
    public URI operators() {
        return URI.create("http://127.0.0.1:" + operators + "/");
    }

    public long pid() {
        return process.pid();
    }

    /** Whether it is gone though nobody killed it. */
    public boolean endedByItself() {
        return !struck && !process.isAlive();
    }

    /** SIGKILL; it is gone when this returns. */
    public void kill() throws InterruptedException {
        struck = true;
        listens = new CountDownLatch(1);
        process.destroyForcibly().waitFor();
    }

    /** Starts it again after {@link #kill}, at the same address; it listens when this returns. */
    public void restart() throws IOException, InterruptedException {
        process = run();
        struck = false;
        awaitListening();
    }

    /** All that it said on standard error. */
    public String told() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        struck = true;
        process.destroyForcibly();
    }
}
