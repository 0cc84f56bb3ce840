package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for a moment, kills in it, and sees what was hit. */
final class Ambush {
    private static final long LONGEST_MILLIS = 20_000;

    private final KillOrder order;
    private final Trio trio;
    private final HomeWatch watch;
    private final Takeovers takeovers;
    private final Supply supply;

    Ambush(KillOrder order, Trio trio, HomeWatch watch, Takeovers takeovers, Supply supply) {
        this.order = order;
        this.trio = trio;
        this.watch = watch;
        this.takeovers = takeovers;
        this.supply = supply;
    }

    /**
     * Kills whom the condition names, as soon as it names somebody.
     *
     * @param feeding whether the others are given work meanwhile
     * @return what was hit; empty when the moment did not come
     */
    Optional<Moment> lay(boolean feeding, Takeovers.Kind kind, Function<List<Look>, Optional<Blow>> condition)
            throws InterruptedException, SQLException {
        CompletableFuture<Blow> sprung = watch.set(condition);
        Optional<Blow> blow = await(sprung, feeding);
        watch.disarm();
        if (blow.isEmpty()) {
            return Optional.empty();
        }
        long struck = System.nanoTime();
        return Optional.of(struck(blow.get(), struck, kind));
    }

    /** Kills a server at once. */
    Moment strike(Server victim) throws InterruptedException, SQLException {
        victim.kill();
        return struck(Blow.at(victim), System.nanoTime(), Takeovers.Kind.BUSY);
    }

    private Moment struck(Blow blow, long nanos, Takeovers.Kind kind) throws InterruptedException, SQLException {
        blow.victim().awaitDeath();
        List<Look> looks = fresh();
        trio.bury(blow.victim(), looks);
        takeovers.lost(looks, blow.victim(), nanos, kind);
        return Targets.hit(blow, looks);
    }

    /** What the database holds now that the victim is dead. */
    private List<Look> fresh() throws SQLException {
        if (!HomeReader.canOpen(order.home())) {
            return List.of();
        }
        try (HomeReader reader = HomeReader.open(order.home())) {
            return reader.looks();
        }
    }

    private Optional<Blow> await(CompletableFuture<Blow> sprung, boolean feeding) throws InterruptedException {
        long start = System.nanoTime();
        while (Patience.millisSince(start) < LONGEST_MILLIS) {
            try {
                return Optional.of(sprung.get(20, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                if (feeding) {
                    supply.feed();
                }
            } catch (ExecutionException e) {
                throw new AssertionError("the watch failed", e);
            }
        }
        return Optional.empty();
    }
}
