package dev.wanvideo.task;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Whether tasks of a home wait for a process, told from its files alone, without the store: a sign ({@link
 * UnfinishedSign}) that nobody touches any more belongs to a process that is gone.
 */
public final class UnfinishedWork implements BooleanSupplier {
    private static final Duration LEFT = Duration.ofSeconds(15);
    private static final int LOOKS = 2;

    private final File folder;
    private final File database;
    private final Map<String, Sign> signs = new HashMap<>();

    /** @param home the data folder, which need not exist */
    public UnfinishedWork(Path home) {
        this.folder = home.resolve(UnfinishedSign.FOLDER).toFile();
        this.database = home.resolve(SqliteDatabase.FILE).toFile();
    }

    /** Ask again every few seconds: a clock that is set tells nothing, a sign that stays as it is does. */
    @Override
    public boolean getAsBoolean() {
        File[] files = folder.listFiles();
        if (files == null) {
            // A store that has never been open since there are signs
            return database.exists();
        }
        boolean left = false;
        for (File file : files) {
            left |= left(file.getName(), file.lastModified());
        }
        return left;
    }

    private boolean left(String name, long touched) {
        Sign before = signs.get(name);
        int looks = before != null && before.touched == touched ? before.looks + 1 : 0;
        signs.put(name, new Sign(touched, looks));
        boolean old = before == null && System.currentTimeMillis() - touched > LEFT.toMillis();
        // A touch of nothing: the file was taken down meanwhile
        return touched != 0 && (old || looks >= LOOKS);
    }

    private record Sign(long touched, int looks) {}
}
