package dev.wanvideo.task;

import dev.wanvideo.media.animatic.RenderProgress;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Between a render and its row: writes progress at most five times a second, and learns at the same rate whether the row
 * still wants this attempt.
 */
final class RenderWatch implements RenderProgress {
    private static final long GAP_NANOS = Duration.ofMillis(200).toNanos();

    private final BooleanSupplier stopping;
    private final IntPredicate report;
    private int percent;
    private boolean lost;
    private long lastReport = System.nanoTime();

    /**
     * @param stopping whether the process stops
     * @param report writes a percentage; false when the row belongs to this attempt no more
     */
    RenderWatch(BooleanSupplier stopping, IntPredicate report) {
        this.stopping = stopping;
        this.report = report;
    }

    @Override
    public void at(int percentNow) {
        percent = Math.max(percent, Math.min(99, percentNow));
        reportNowAndThen();
    }

    @Override
    public boolean cancelled() {
        reportNowAndThen();
        return lost || stopping.getAsBoolean();
    }

    private void reportNowAndThen() {
        long now = System.nanoTime();
        if (!lost && now - lastReport >= GAP_NANOS) {
            lastReport = now;
            lost = !report.test(percent);
        }
    }
}
