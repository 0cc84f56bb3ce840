package dev.wanvideo.kill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** How often servers were caught in each state. */
final class Tally {
    private final List<Moment> aimed;
    private final Map<Moment, Integer> kills = new EnumMap<>(Moment.class);
    private final Map<Moment, Integer> freezes = new EnumMap<>(Moment.class);

    /** @param aimed the states to be hit */
    Tally(List<Moment> aimed) {
        this.aimed = List.copyOf(aimed);
    }

    void killed(Moment moment) {
        kills.merge(moment, 1, Integer::sum);
    }

    void frozen(Moment moment) {
        freezes.merge(moment, 1, Integer::sum);
    }

    int kills(Moment moment) {
        return kills.getOrDefault(moment, 0);
    }

    int freezes(Moment moment) {
        return freezes.getOrDefault(moment, 0);
    }

    int kills() {
        return kills.values().stream().mapToInt(n -> n).sum();
    }

    int freezes() {
        return freezes.values().stream().mapToInt(n -> n).sum();
    }

    /** Of the states to be hit, one that was hit least. */
    Moment neediest(RandomGenerator random) {
        List<Moment> any = new ArrayList<>(aimed);
        Collections.shuffle(any, new Random(random.nextLong()));
        return any.stream().min(Comparator.comparingInt(this::kills)).orElseThrow();
    }

    List<Moment> missing(int each) {
        return aimed.stream().filter(moment -> kills(moment) < each).toList();
    }

    @Override
    public String toString() {
        return kills() + " kills " + kills + ", " + freezes() + " freezes " + freezes;
    }
}
