package dev.wanvideo.task;

/** Opens the database that a process was set up for. */
final class Databases {
    private Databases() {}

    /** The server that is named, else the file in the home. */
    static Database open(TaskSettings settings) {
        return settings.databaseUrl().isPresent()
                ? PostgresDatabase.open(settings.databaseUrl().get())
                : SqliteDatabase.open(settings.home());
    }
}
