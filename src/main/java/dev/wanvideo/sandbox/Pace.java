package dev.wanvideo.sandbox;

import java.time.Duration;

/** How long a job waits before it is worked on, and how long the work takes. */
public record Pace(Duration waiting, Duration working) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Eight seconds in all, a quarter of it waiting. */
    public static final Pace DEFAULT = ofSeconds(8);

    public Pace {
        if (waiting.isNegative()
                || working.isNegative()
                || waiting.plus(working).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a job takes no less than no time and no more than a day");
        }
    }

    /** So many seconds from acceptance to film, a quarter of them waiting. */
    public static Pace ofSeconds(double seconds) {
        Duration whole = Duration.ofMillis(Math.round(seconds * 1000));
        Duration waiting = whole.dividedBy(4);
        return new Pace(waiting, whole.minus(waiting));
    }

    /** From acceptance to film. */
    public Duration whole() {
        return waiting.plus(working);
    }
}
