package dev.wanvideo.kill;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Freezes an owner for longer than its lease and thaws it while the next owner is at work. */
final class Frost {
    private static final long LEASE_MILLIS = 8_500;
    private static final long LONGEST_MILLIS = 13_000;
    private static final long AT_WORK_NANOS = 300_000_000;
    private static final List<Moment> AIMS =
            List.of(Moment.SUBMITTING, Moment.EARLY, Moment.MIDDLE, Moment.LATE, Moment.LATE);

    private final Targets targets;
    private final HomeWatch watch;
    private final Takeovers takeovers;
    private final Supply supply;
    private final Ambush ambush;
    private final RandomGenerator random;

    Frost(Targets targets, HomeWatch watch, Takeovers takeovers, Supply supply, Ambush ambush, RandomGenerator random) {
        this.targets = targets;
        this.watch = watch;
        this.takeovers = takeovers;
        this.supply = supply;
        this.ambush = ambush;
        this.random = random;
    }

    /** Tells in which moment the owner was frozen; one in four is killed just after it wakes. */
    Moment freeze() throws IOException, InterruptedException, SQLException {
        Blow blow = awaited(AIMS.get(random.nextInt(AIMS.size())));
        Server victim = blow.victim();
        victim.freeze();
        long start = System.nanoTime();
        List<Look> looks = watch.latest();
        Moment hit = Targets.hit(blow, looks);
        takeovers.lost(looks, victim, start, Takeovers.Kind.FROZEN);
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

    private Blow awaited(Moment aim) throws InterruptedException {
        while (true) {
            Patience.until("a film in the making", () -> {
                supply.feed();
                return targets.owner(aim, watch.latest()).isPresent();
            });
            Optional<Blow> blow = targets.owner(aim, watch.latest());
            if (blow.isPresent()) {
                return blow.get();
            }
        }
    }

    private boolean overtaken(Blow blow) {
        return watch.latest().stream()
                .filter(look -> Optional.of(look.id()).equals(blow.task()))
                .anyMatch(look -> look.owner().isPresent()
                        && !blow.victim().is(look)
                        && look.state().equals("running"));
    }
}
