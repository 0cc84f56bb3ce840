package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Waits for a moment, strikes in it, and sees what was hit. */
final class Ambush {
    private static final long LONGEST_MILLIS = 20_000;

    private final KillOrder order;
    private final Stage stage;
    private final Trio trio;
    private final HomeWatch watch;
    private final Takeovers takeovers;
    private final Supply supply;

    Ambush(KillOrder order, Stage stage, Trio trio, HomeWatch watch, Takeovers takeovers, Supply supply) {
        this.order = order;
        this.stage = stage;
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
        Optional<Blow> blow = spring(feeding, Server::kill, condition);
        long struck = System.nanoTime();
        return blow.isEmpty() ? Optional.empty() : Optional.of(struck(blow.get(), struck, kind));
    }

    /** Freezes whom the condition names; empty when it named nobody for long. */
    Optional<Blow> freeze(Function<List<Look>, Optional<Blow>> condition) throws InterruptedException {
        return spring(true, Server::freeze, condition);
    }

    private Optional<Blow> spring(
            boolean feeding, Consumer<Server> strike, Function<List<Look>, Optional<Blow>> condition)
            throws InterruptedException {
        CompletableFuture<Blow> sprung = watch.set(strike, condition);
        Optional<Blow> blow = await(sprung, feeding);
        watch.disarm();
        // It may have sprung just before it was disarmed.
        return blow.or(() -> Optional.ofNullable(sprung.getNow(null)));
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
        looks.stream().filter(blow.victim()::is).forEach(look -> stage.struck(look, false));
        return Targets.hit(blow, looks);
    }

    /** What the database holds at this very moment. */
    List<Look> fresh() throws SQLException {
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
