package dev.wanvideo.task;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Where tasks and films are kept, and the rules of this process.
 *
 * @param home folder of the database; made when missing, shared by all server processes
 * @param outputDir folder for finished films; made when missing
 * @param dailyBudgetUsd most that all processes of the home may spend in one UTC day; empty for no limit
 * @param clock its zone decides the day in a film's file name
 */
public record TaskSettings(Path home, Path outputDir, Optional<BigDecimal> dailyBudgetUsd, Clock clock, Pace pace) {
    /** The usual clock and pace. */
    public static TaskSettings of(Path home, Path outputDir, Optional<BigDecimal> dailyBudgetUsd) {
        return new TaskSettings(home, outputDir, dailyBudgetUsd, Clock.systemDefaultZone(), Pace.DEFAULT);
    }

    /** The same at another pace. */
    public TaskSettings at(Pace other) {
        return new TaskSettings(home, outputDir, dailyBudgetUsd, clock, other);
    }
}
