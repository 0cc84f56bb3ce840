package dev.wanvideo.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Times from a blow to the next owner's first sign on the tasks that the struck server had taken. */
final class Takeovers {
    private final Map<String, Lost> lost = new HashMap<>();
    private final Map<Kind, List<Double>> seconds = new HashMap<>();

    /** What the other servers were doing, or what the blow was. */
    enum Kind {
        BUSY,
        IDLE,
        FROZEN
    }

    synchronized void lost(List<Look> looks, Server owner, long nanos, Kind kind) {
        for (Look look : looks) {
            if (owner.is(look) && !look.ended()) {
                lost.put(look.id(), new Lost(look.owner(), look.state(), nanos, kind));
            }
        }
    }

    /** Looks at each new state of the database; a task that ended without another owner was not taken over. */
    synchronized void see(List<Look> looks, long nanos) {
        lost.keySet().retainAll(looks.stream().map(Look::id).toList());
        for (Look look : looks) {
            Lost before = lost.get(look.id());
            if (before != null && before.overtaken(look)) {
                lost.remove(look.id());
                seconds.computeIfAbsent(before.kind(), kind -> new ArrayList<>())
                        .add((nanos - before.nanos()) / 1e9);
            }
        }
    }

    /** A frozen server goes on with what nobody took from it. */
    synchronized void thawed(Server owner) {
        lost.values().removeIf(task -> task.owner().equals(owner.name()));
    }

    synchronized boolean complete() {
        return lost.isEmpty();
    }

    synchronized double worst(Kind kind) {
        return sorted(kind).stream().reduce(0.0, Math::max);
    }

    synchronized String line(Kind kind) {
        List<Double> all = sorted(kind);
        return all.isEmpty()
                ? kind + ": none"
                : String.format(
                        Locale.ROOT,
                        "%s: n=%d p50=%.1f s p99=%.1f s max=%.1f s",
                        kind,
                        all.size(),
                        quantile(all, 0.5),
                        quantile(all, 0.99),
                        quantile(all, 1));
    }

    private List<Double> sorted(Kind kind) {
        return seconds.getOrDefault(kind, List.of()).stream().sorted().toList();
    }

    private static double quantile(List<Double> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1));
    }

    private record Lost(Optional<String> owner, String state, long nanos, Kind kind) {
        /** Another owner may have the step for so short a time that only what it did is seen. */
        boolean overtaken(Look look) {
            return look.owner().isPresent() && !look.owner().equals(owner)
                    || look.owner().isEmpty() && !look.state().equals(state);
        }
    }
}
