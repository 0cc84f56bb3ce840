package dev.wanvideo.task;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Where tasks and films are kept, and the rules of this process.
 *
 * @param home folder of the database, unless that is elsewhere; made when missing, shared by all server processes
 * @param outputDir folder for finished films; made when missing
 * @param databaseUrl a PostgreSQL server that holds the database instead, as its driver wants it
 * @param dailyBudgetUsd most that all processes of the database may spend in one UTC day; empty for no limit
 * @param clock its zone decides the day in a film's file name
 */
public record TaskSettings(
        Path home,
        Path outputDir,
        Optional<String> databaseUrl,
        Optional<BigDecimal> dailyBudgetUsd,
        Clock clock,
        Pace pace) {
    /** With a database in the home. */
    public TaskSettings(Path home, Path outputDir, Optional<BigDecimal> dailyBudgetUsd, Clock clock, Pace pace) {
        this(home, outputDir, Optional.empty(), dailyBudgetUsd, clock, pace);
    }

    /** The usual clock and pace. */
    public static TaskSettings of(Path home, Path outputDir, Optional<BigDecimal> dailyBudgetUsd) {
        return new TaskSettings(home, outputDir, dailyBudgetUsd, Clock.systemDefaultZone(), Pace.DEFAULT);
    }

    /** The same at another pace. */
    public TaskSettings at(Pace other) {
        return new TaskSettings(home, outputDir, databaseUrl, dailyBudgetUsd, clock, other);
    }

    /** The same on a database server; empty for the database in the home. */
    public TaskSettings on(Optional<String> url) {
        return new TaskSettings(home, outputDir, url, dailyBudgetUsd, clock, pace);
    }

    /** The address of a database server may hold a password. */
    @Override
    public String toString() {
        return "TaskSettings[home=" + home + ", outputDir=" + outputDir + "]";
    }
}
