package dev.wanvideo.media;

import java.time.Duration;

/** What is left of an allowance of time that several steps share. */
final class TimeLeft {
    private final long end;

    private TimeLeft(long end) {
        this.end = end;
    }

    /** Starts now. */
    static TimeLeft of(Duration whole) {
        return new TimeLeft(System.nanoTime() + whole.toNanos());
    }

    /** Never nothing: who asks learns from the clock that it was too little. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }
}
