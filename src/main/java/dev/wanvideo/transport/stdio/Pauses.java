package dev.wanvideo.transport.stdio;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Does something once in each pause between calls. */
final class Pauses {

    private final LongSupplier begun;
    private final BooleanSupplier quiet;
    private final Runnable deed;
    private long seen;
    private long done;

    /**
     * @param begun how many calls have begun so far
     * @param quiet whether none is in flight
     */
    Pauses(LongSupplier begun, BooleanSupplier quiet, Runnable deed) {
        this.begun = begun;
        this.quiet = quiet;
        this.deed = deed;
    }

    /** To be called every few seconds: no call from one look to the next is a pause. */
    void look() {
        long now = begun.getAsLong();
        if (now == seen && now != done && quiet.getAsBoolean()) {
            deed.run();
            done = now;
        }
        seen = now;
    }
}
