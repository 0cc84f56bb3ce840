package dev.wanvideo.kill;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Freezes an owner for longer than its lease and thaws it while the next owner is at work. */
final class Frost {
    private static final long LEASE_MILLIS = 8_500;
    private static final long LONGEST_MILLIS = 13_000;
    private static final long AT_WORK_NANOS = 300_000_000;
    private static final Set<String> GOING_ON = Set.of("running", "downloading");

    private final Stage stage;
    private final Targets targets;
    private final HomeWatch watch;
    private final Takeovers takeovers;
    private final Ambush ambush;
    private final RandomGenerator random;

    Frost(Stage stage, Targets targets, HomeWatch watch, Takeovers takeovers, Ambush ambush, RandomGenerator random) {
        this.stage = stage;
        this.targets = targets;
        this.watch = watch;
        this.takeovers = takeovers;
        this.ambush = ambush;
        this.random = random;
    }

    /** Tells in which moment the owner was frozen; one in four is killed just after it wakes. */
    Moment freeze() throws InterruptedException, SQLException {
        Blow blow = frozen();
        Server victim = blow.victim();
        long start = System.nanoTime();
        List<Look> looks = ambush.fresh();
        Moment hit = Targets.hit(blow, looks);
        takeovers.lost(looks, victim, start, Takeovers.Kind.FROZEN);
        looks.stream().filter(victim::is).forEach(look -> stage.struck(look, true));
        Patience.until("the lease to pass", () -> Patience.millisSince(start) > LEASE_MILLIS);
        Patience.until("the next owner at work", () -> Patience.millisSince(start) > LONGEST_MILLIS || overtaken(blow));
        LockSupport.parkNanos(random.nextLong(AT_WORK_NANOS));
        victim.thaw();
        takeovers.thawed(victim);
        if (random.nextInt(4) == 0) {
            LockSupport.parkNanos(random.nextLong(AT_WORK_NANOS));
            ambush.strike(victim);
        }
        return hit;
    }

    private Blow frozen() throws InterruptedException {
        Aims aims = stage.aims();
        while (true) {
            Moment aim = aims.freezes().get(random.nextInt(aims.freezes().size()));
            Optional<Blow> blow = ambush.freeze(targets.lingering(aim, aims.lingering(aim, random)));
            if (blow.isPresent()) {
                return blow.get();
            }
        }
    }

    /** Whether somebody else has the step, or has had it and moved the row to where the victim did not have it. */
    private boolean overtaken(Blow blow) {
        return watch.latest().stream()
                .filter(look -> Optional.of(look.id()).equals(blow.task()))
                .anyMatch(look -> !blow.victim().is(look)
                        && (look.resting() || look.owner().isPresent() && GOING_ON.contains(look.state())));
    }
}
