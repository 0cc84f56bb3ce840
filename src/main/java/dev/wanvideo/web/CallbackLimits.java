package dev.wanvideo.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many calls are heard, of all tasks and of each, and which messages have come before. */
final class CallbackLimits {
    private static final int A_SECOND = 100;
    private static final int A_MINUTE_OF_ONE = 20;
    private static final int MOST_TASKS = 10_000;
    private static final int MOST_MESSAGES = 20_000;

    private final Clock clock;
    private final Count all = new Count();
    private final Map<String, Count> byTask = bounded(MOST_TASKS);
    private final Map<String, Instant> messages = bounded(MOST_MESSAGES);

    CallbackLimits(Clock clock) {
        this.clock = clock;
    }

    /** Whether one more call is looked at. */
    synchronized boolean admits() {
        return all.admits(clock.instant(), Duration.ofSeconds(1), A_SECOND);
    }

    /** Whether one more call about this task is heard. */
    synchronized boolean admits(String task) {
        return byTask.computeIfAbsent(task, unused -> new Count())
                .admits(clock.instant(), Duration.ofMinutes(1), A_MINUTE_OF_ONE);
    }

    synchronized boolean isKnown(String message) {
        return messages.containsKey(message);
    }

    synchronized void remember(String message) {
        messages.put(message, clock.instant());
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }

    /** So many within one window after another. */
    private static final class Count {
        private Instant began = Instant.EPOCH;
        private int seen;

        boolean admits(Instant now, Duration window, int most) {
            if (now.isBefore(began) || !now.isBefore(began.plus(window))) {
                began = now;
                seen = 0;
            }
            seen++;
            return seen <= most;
        }
    }
}
