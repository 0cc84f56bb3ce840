package dev.wanvideo.task;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * How much there is of what in a home, over all its processes.
 *
 * @param tasks by status; those that none is in are absent
 * @param money by provider
 * @param dueSteps that nobody has taken up yet, of the accounts that this process holds
 * @param oldestDue how long the one that waits longest is due
 */
public record HouseFigures(Map<TaskStatus, Long> tasks, Map<String, Money> money, long dueSteps, Duration oldestDue) {
    public HouseFigures {
        tasks = Map.copyOf(tasks);
        money = Map.copyOf(money);
    }

    /**
     * What a provider's films were to cost and did cost so far, in US dollars.
     *
     * @param quoted the high ends of the prices of all orders
     * @param charged what it said that it took; of films that it charged without saying how much, what was quoted
     */
    public record Money(BigDecimal quoted, BigDecimal charged) {}
}
