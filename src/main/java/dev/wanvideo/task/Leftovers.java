package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Working files whose process was killed before it could remove them. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    // Scratch files are needed for some milliseconds.
    private static final Duration NOBODYS_AFTER = Duration.ofSeconds(10);
    private static final Pattern PART =
            Pattern.compile("(.+?)(?:\\.poster)?\\.(?:mp4|jpg|json)\\.(\\d{1,9})\\.part(?:\\.note)?");

    private final Database database;
    private final TaskTable table;
    private final TaskSettings settings;

    Leftovers(Database database, TaskTable table, TaskSettings settings) {
        this.database = database;
        this.table = table;
        this.settings = settings;
    }

    void remove() {
        Path home = settings.home();
        each(home, "probe*.db*", Leftovers::removeOld);
        each(home.resolve("native"), "*", version -> each(version, "unpacking*.part", Leftovers::removeOld));
        each(home.resolve("letters"), "unpacking*.part", Leftovers::removeOld);
        each(settings.outputDir(), "*.{mp4,jpg,json}.*.{part,part.note}", part -> {
            if (old(part) && abandoned(part)) {
                Files.deleteIfExists(part);
            }
        });
    }

    private static void removeOld(Path file) throws IOException {
        if (old(file)) {
            Files.deleteIfExists(file);
        }
    }

    /** Whether no process can make a film of it any more: the task has ended or is in a later attempt. */
    private boolean abandoned(Path part) {
        Matcher name = PART.matcher(part.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Path film = part.resolveSibling(name.group(1) + ".mp4");
        Optional<TaskRow> row = database.read(connection -> table.byTarget(connection, film));
        return row.isPresent()
                && (row.get().attempt() > Integer.parseInt(name.group(2))
                        || row.get().status().terminal() && !awaited(row.get()));
    }

    private boolean awaited(TaskRow ended) {
        return database.<Boolean>read(connection -> table.answerMayCome(connection, ended));
    }

    private static boolean old(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return changed.plus(NOBODYS_AFTER).isBefore(Instant.now());
    }

    private static void each(Path folder, String names, Look look) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
            for (Path file : files) {
                look.at(file);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            LOG.debug("Left-over working files are looked for again later");
        }
    }

    /** What to do with a file. */
    private interface Look {
        void at(Path file) throws IOException;
    }
}
