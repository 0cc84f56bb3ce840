package dev.wanvideo.task;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of attempts until the database has it: in memory, and what a film hangs on also in a file for each
 * attempt in the home, so that neither a kill nor a database that is away loses it. Attempts go by the keys of their
 * intents, which no two have in common.
 */
final class Unwritten {
    private static final Logger LOG = LoggerFactory.getLogger(Unwritten.class);
    private static final String ENDING = ".answer";
    // Somebody else's file is locked some milliseconds after it is made.
    private static final Duration NOBODYS_AFTER = Duration.ofSeconds(10);

    private final Path folder;
    private final KnownJson json = new KnownJson();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Path> notUnderstood = ConcurrentHashMap.newKeySet();

    Unwritten(Path home) {
        this.folder = home.resolve("answers");
    }

    /** @param waiting known, and nobody is writing it down just now */
    private record Entry(String task, AnswerFile file, Optional<Known> known, AtomicBoolean waiting) {}

    /**
     * Takes room for what will come of an attempt.
     *
     * @throws StoreUnavailable where there is none, so that nothing may be sent
     */
    void begin(String task, String intent) {
        try {
            Files.createDirectories(folder);
            AnswerFile file = AnswerFile.reserve(folder.resolve(intent + ENDING));
            entries.put(intent, new Entry(task, file, Optional.empty(), new AtomicBoolean()));
        } catch (IOException e) {
            throw new StoreUnavailable(
                    OutputFolder.full(folder)
                            ? "The disk of the data folder is full: free some space there."
                            : "The data folder cannot be written: make it writable or set WAN_VIDEO_HOME to another"
                                    + " folder.",
                    e);
        }
    }

    /** Keeps what is known of an attempt that was begun here. */
    void keep(String intent, Known known) {
        Entry entry = entries.computeIfPresent(
                intent, (key, before) -> new Entry(before.task(), before.file(), Optional.of(known), before.waiting()));
        if (entry == null) {
            return;
        }
        try {
            Optional<String> text = json.write(entry.task(), intent, known);
            if (text.isPresent()) {
                entry.file().write(text.get());
            }
        } catch (IOException e) {
            LOG.warn("What came of {} is only in memory: the data folder cannot be written", entry.task());
        }
    }

    /** Writing it down failed; it waits for the next time. */
    void waits(String intent) {
        Optional.ofNullable(entries.get(intent))
                .ifPresent(entry -> entry.waiting().set(true));
    }

    /** The database has it, or there is nothing to know. */
    void forget(String intent) {
        Entry entry = entries.remove(intent);
        if (entry == null) {
            return;
        }
        try {
            entry.file().discard();
        } catch (IOException e) {
            LOG.debug("What came of {} stays beside the database; it says nothing new", entry.task());
        }
    }

    /** Whether anything is known of an attempt of this task. */
    boolean has(String task) {
        return entries.values().stream()
                .anyMatch(entry -> entry.task().equals(task) && entry.known().isPresent());
    }

    Optional<Known> of(String intent) {
        return Optional.ofNullable(entries.get(intent)).flatMap(Entry::known);
    }

    /** What waits to be written down; whoever asks is the one to do so. */
    List<KnownJson.Kept> take() {
        adopt();
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().known().isPresent()
                        && entry.getValue().waiting().getAndSet(false))
                .map(entry -> new KnownJson.Kept(
                        entry.getValue().task(),
                        entry.getKey(),
                        entry.getValue().known().get()))
                .toList();
    }

    /** Takes over what processes left behind that are gone. */
    private void adopt() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                adopt(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("What was left beside the database is looked for again later");
        }
    }

    private void adopt(Path path) throws IOException {
        String name = path.getFileName().toString();
        // Opening and closing a file of one's own would let go of its lock.
        if (entries.containsKey(name.substring(0, name.length() - ENDING.length())) || notUnderstood.contains(path)) {
            return;
        }
        boolean old = old(path);
        Optional<AnswerFile> found = AnswerFile.abandoned(path);
        if (found.isEmpty()) {
            return;
        }
        String text = found.get().read();
        Optional<KnownJson.Kept> kept = json.read(text);
        if (kept.isPresent()) {
            Entry entry = new Entry(
                    kept.get().task(), found.get(), Optional.of(kept.get().known()), new AtomicBoolean(true));
            entries.put(kept.get().intent(), entry);
        } else if (text.isBlank() && old) {
            found.get().discard();
        } else {
            found.get().release();
            leave(path, text);
        }
    }

    private void leave(Path path, String text) {
        if (!text.isBlank()) {
            LOG.warn("{} in the data folder is not understood and left as it is", path.getFileName());
            notUnderstood.add(path);
        }
    }

    private static boolean old(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(NOBODYS_AFTER).isBefore(Instant.now());
    }

    /**
     * Leaves what waits to whoever comes next. An answer that is still to come has its room until this process is gone.
     */
    void close() {
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            if (entry.getValue().waiting().getAndSet(false)) {
                entries.remove(entry.getKey());
                release(entry.getValue());
            }
        }
    }

    private static void release(Entry entry) {
        try {
            entry.file().release();
        } catch (IOException e) {
            LOG.debug("A file of {} could not be closed", entry.task());
        }
    }
}
