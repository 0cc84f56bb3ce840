package dev.wanvideo.video;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is odd about the times of a prompt's shots in a film of a given length. */
record ShotDoubts(ShotScript script, long seconds) {
    private static final double SHORTEST = 2;

    List<String> all() {
        List<String> doubts = new ArrayList<>();
        script.shots().forEach(shot -> single(shot, doubts));
        if (!script.shots().isEmpty()) {
            neighbours(doubts);
        }
        script.untimed()
                .forEach(n -> doubts.add("Shot " + n + " says no time, so it is not read as a shot; write Shot " + n
                        + " [0-3s] with its own seconds."));
        return doubts;
    }

    private void single(Shot shot, List<String> doubts) {
        if (shot.to() <= shot.from()) {
            doubts.add(named(shot) + " ends before it begins.");
        } else if (shot.to() - shot.from() < SHORTEST) {
            doubts.add(named(shot) + " is shorter than " + written(SHORTEST) + " s, which the model seldom shows.");
        }
        if (shot.to() > seconds) {
            doubts.add(named(shot) + " goes beyond the film, which lasts " + seconds + " s.");
        }
        if (shot.caption().isBlank()) {
            doubts.add(named(shot) + " does not say what happens.");
        }
    }

    private void neighbours(List<String> doubts) {
        double covered = 0;
        for (Shot shot : inOrder()) {
            if (shot.from() > covered) {
                doubts.add("No shot covers " + span(covered, Math.min(shot.from(), Math.max(covered, seconds))) + ".");
            } else if (shot.from() < covered) {
                doubts.add(named(shot) + " begins before the shot ahead of it ends.");
            }
            covered = Math.max(covered, shot.to());
        }
        if (covered < seconds) {
            doubts.add("No shot covers " + span(covered, seconds) + ".");
        }
    }

    private List<Shot> inOrder() {
        return script.shots().stream()
                .sorted(Comparator.comparingDouble(Shot::from))
                .toList();
    }

    private static String named(Shot shot) {
        return "Shot " + shot.number() + " [" + span(shot.from(), shot.to()) + "]";
    }

    private static String span(double from, double to) {
        return written(from) + "-" + written(to) + "s";
    }

    private static String written(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
