package dev.wanvideo.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL server of the caller's own, which may be struck down and started again under the same address. */
public final class OwnPostgres implements AutoCloseable {
    private static final long LIMIT_SECONDS = 60;

    private final EmbeddedPostgres server;
    private final Path data;
    private final Path log;

    private OwnPostgres(EmbeddedPostgres server, Path data, Path log) {
        this.server = server;
        this.data = data;
        this.log = log;
    }

    /**
     * With one empty database.
     *
     * @param folder an empty folder
     * @param durable whether commits wait for the disk, as they do on every server that is meant
     */
    public static OwnPostgres start(Path folder, boolean durable) throws IOException {
        Path data = folder.resolve("data");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("max_connections", "200")
                .setServerConfig("track_commit_timestamp", "on")
                .setServerConfig("shared_buffers", durable ? "128MB" : "32MB")
                .setPGStartupWait(Duration.ofSeconds(LIMIT_SECONDS))
                .start();
        return new OwnPostgres(server, data, Files.createDirectories(folder).resolve("restarted.log"));
    }

    /** Of the driver's form, with user and without password; it can tell when each row was committed. */
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Ends the server as a crash does, without a word to its clients, and starts it again; it recovers from its log. */
    public void crash() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace of its own nobody is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program().toString(), "restart", "-w", "-t", String.valueOf(LIMIT_SECONDS)));
        command.addAll(List.of("-m", "immediate", "-D", data.toString(), "-l", log.toString()));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.resolveSibling("pg_ctl.log").toFile())
                .start();
        if (!restart.waitFor(2 * LIMIT_SECONDS, TimeUnit.SECONDS) || restart.exitValue() != 0) {
            throw new IOException(
                    "PostgreSQL did not start again: " + Files.readString(log.resolveSibling("pg_ctl.log")));
        }
    }

    /** The program that steers it lies beside the one that runs. */
    private Path program() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        String running = ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElseThrow(() -> new IOException("PostgreSQL does not run"));
        return Path.of(running).resolveSibling("pg_ctl");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
