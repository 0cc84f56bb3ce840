package dev.wanvideo.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Which faults a job has caught; once caught they stay, and each order of a fault gets one chance at a job. */
final class Fate {
    private final Map<Fault, Chance> chances = new EnumMap<>(Fault.class);

    /** Gives each of these faults that is in force its chance, unless it had it. */
    synchronized void meet(String provider, Faults faults, Predicate<Fault> which) {
        for (Fault fault : Fault.values()) {
            if (which.test(fault)) {
                faults.inForce(provider, fault).ifPresent(live -> take(live, faults));
            }
        }
    }

    private void take(LiveFault live, Faults faults) {
        Optional<Chance> before = Optional.ofNullable(chances.get(live.order().fault()));
        if (before.isEmpty() || !before.get().struck() && before.get().of() != live) {
            chances.put(live.order().fault(), new Chance(live, faults.strikes(live)));
        }
    }

    synchronized boolean has(Fault fault) {
        Chance chance = chances.get(fault);
        return chance != null && chance.struck();
    }

    private record Chance(LiveFault of, boolean struck) {}
}
