package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in the home for as long as its tasks have steps to take, touched while its process lives: a process that has
 * not opened the store reads there ({@link UnfinishedWork}) whether it is needed.
 */
final class UnfinishedSign {
    static final String FOLDER = "unfinished";

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedSign.class);
    private static final Duration FORSAKEN_AFTER = Duration.ofSeconds(10);

    private final Database database;
    private final Path file;
    private int creating;
    private boolean raised;
    private boolean troubled;

    UnfinishedSign(Database database, Path home) {
        this.database = database;
        this.file = home.resolve(FOLDER).resolve(UUID.randomUUID().toString());
    }

    /** Up before a task is durable, so that no kill comes between; until {@link #created} it is not taken down. */
    synchronized void creating() {
        creating++;
        raise();
    }

    synchronized void created() {
        creating--;
    }

    /** Shows the store as it is. */
    synchronized void show() {
        if (creating > 0 || workLeft()) {
            raise();
        } else {
            lower();
        }
        removeForsaken();
    }

    /** The last word of a process that closes the store: what is left is for the next. */
    void left() {
        try {
            show();
        } catch (StoreUnavailable e) {
            LOG.debug("The sign stays as it was");
        }
    }

    private boolean workLeft() {
        return database.read(connection ->
                        Sql.number(connection, "SELECT COUNT(*) FROM (SELECT 1 FROM task_step LIMIT 1) AS step"))
                > 0;
    }

    private void raise() {
        try {
            if (!touched()) {
                Files.createDirectories(file.getParent());
                Files.createFile(file);
                raised = true;
            }
            troubled = false;
        } catch (IOException e) {
            told();
        }
    }

    /** Whether it is up: another process that saw it untouched for long may have taken it down. */
    private boolean touched() throws IOException {
        try {
            if (raised) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (NoSuchFileException e) {
            raised = false;
        }
        return raised;
    }

    private void lower() {
        try {
            Files.deleteIfExists(file);
            raised = false;
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            told();
        }
    }

    /** Those of processes that are gone: what they left is this one's to do, and shown by its own sign. */
    private void removeForsaken() {
        Instant forsaken = Instant.now().minus(FORSAKEN_AFTER);
        try (DirectoryStream<Path> signs = Files.newDirectoryStream(file.getParent())) {
            for (Path sign : signs) {
                if (Files.getLastModifiedTime(sign).toInstant().isBefore(forsaken)) {
                    Files.deleteIfExists(sign);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("Old signs are taken down later, or by another process");
        }
    }

    /** Without it nothing is lost, but what a killed process leaves waits until somebody calls a tool. */
    private void told() {
        if (!troubled) {
            LOG.warn("The data folder takes no file: should this process be killed, its films go on at the next call");
        }
        troubled = true;
    }
}
