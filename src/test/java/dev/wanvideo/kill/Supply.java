package dev.wanvideo.kill;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Keeps a few films in work that a live server has or can have.
 *
 * @param inWork how many
 */
record Supply(Trio trio, Orders orders, HomeWatch watch, RandomGenerator random, int inWork) {
    void feed() {
        long active = watch.latest().stream()
                .filter(look -> !look.ended() && !look.resting())
                .filter(look -> look.owner().isEmpty() || trio.owner(look).isPresent())
                .count();
        if (active + orders.open() < inWork && !trio.ready().isEmpty()) {
            orders.create(trio.anyReady(random));
        }
    }

    /** Starts what is missing of the three, and has each do some work so that its name is learnt. */
    void muster() throws java.io.IOException, InterruptedException {
        while (!trio.full()) {
            trio.start();
            Patience.until("three servers in work", this::known);
        }
    }

    private boolean known() {
        trio.ready().stream()
                .filter(server -> server.name().isEmpty() && orders.open() < 2 && waiting() < 2)
                .forEach(orders::create);
        return trio.allKnown();
    }

    private long waiting() {
        return watch.latest().stream()
                .filter(look -> look.moment() == Moment.QUEUED)
                .count();
    }

    /** A task that can still be cancelled. */
    String cancellable() throws InterruptedException {
        while (true) {
            Patience.until("a task to cancel", () -> {
                feed();
                return !unended().isEmpty();
            });
            List<Look> looks = unended();
            if (!looks.isEmpty()) {
                return looks.get(random.nextInt(looks.size())).id();
            }
        }
    }

    private List<Look> unended() {
        return watch.latest().stream()
                .filter(look -> !look.ended() && !look.resting())
                .toList();
    }
}
