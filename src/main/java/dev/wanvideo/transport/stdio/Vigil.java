package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Asleep;
import java.time.Duration;

/**
 * What the main thread does while another one reads. Nobody may ever call a tool, so the core, which is most of the
 * process, is loaded when there is work for it; and when callers pause, the memory of their calls is given back.
 */
final class Vigil {

    /** Behind the first answers, which have the processor to themselves. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private static final Duration NEXT_LOOK = Duration.ofSeconds(3);

    private final CoreLoader loader;
    private final Calls calls;
    private final Asleep asleep;
    private final Runnable rest;
    private final Ending ending;

    Vigil(CoreLoader loader, Calls calls, Asleep asleep, Runnable rest, Ending ending) {
        this.loader = loader;
        this.calls = calls;
        this.asleep = asleep;
        this.rest = rest;
        this.ending = ending;
    }

    /** Returns when nothing more is read. */
    void keep() throws InterruptedException {
        Duration gap = FIRST_LOOK;
        while (!loader.isStarted() && !ending.await(gap)) {
            if (asleep.wanted()) {
                loader.start();
            }
            gap = NEXT_LOOK;
        }
        // It would be kept for calls that may never come.
        Pauses pauses = new Pauses(calls::begun, calls::isQuiet, rest);
        while (!ending.await(NEXT_LOOK)) {
            pauses.look();
        }
    }
}
