package dev.wanvideo.kill;

import dev.wanvideo.replica.Replica;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happened to some replicas and their database, and what became of the films that they acknowledged. */
final class ReplicaTally {
    private final Set<String> alone = new TreeSet<>();
    private int kills;
    private int crashes;
    private long crashMillis;
    private int inFlight;
    private int mostInFlight;

    void killed() {
        kills++;
    }

    /** @param millis that the database was away */
    void crashed(long millis) {
        crashes++;
        crashMillis = millis;
    }

    /** @param films that providers are working on now */
    void inFlight(int films) {
        inFlight = films;
        mostInFlight = Math.max(mostInFlight, films);
    }

    boolean crashed() {
        return crashes > 0;
    }

    int kills() {
        return kills;
    }

    /** Notes which of them are gone though nobody killed them. */
    void look(List<Replica> replicas) {
        replicas.stream()
                .filter(Replica::endedByItself)
                .map(replica -> "a replica ended by itself at " + replica.address())
                .forEach(alone::add);
    }

    /** One line for each promise that was not kept. */
    List<String> broken(int tasks, ReplicaOrders orders, List<Ended> ended) {
        List<String> broken = new ArrayList<>(alone);
        if (orders.acknowledged().size() != tasks) {
            broken.add("acknowledged " + orders.acknowledged().size() + " of " + tasks);
        }
        lost(orders, ended).forEach(id -> broken.add("acknowledged, and there is no such task: " + id));
        if (ended.size() != orders.acknowledged().size()) {
            broken.add(ended.size() + " tasks for " + orders.acknowledged().size() + " acknowledged orders");
        }
        return broken;
    }

    private static Set<String> lost(ReplicaOrders orders, List<Ended> ended) {
        Set<String> lost = new HashSet<>(orders.acknowledged().values());
        ended.forEach(task -> lost.remove(task.id()));
        return lost;
    }

    String text(int tasks, long seconds, ReplicaOrders orders, List<Ended> ended, long billedTwice) {
        return String.format(
                Locale.ROOT,
                "%d films ordered in %d s, up to %d in flight at once, %d kills, %d crashes of the database (%.1f s), %d replicas ended by"
                        + " themselves%nacknowledged %d, succeeded %d, lost %d, billed twice %d, submission_unknown %d,"
                        + " failed %d%n%d calls broke off and were made again; errors that were answered: %s",
                tasks,
                seconds,
                mostInFlight,
                kills,
                crashes,
                crashMillis / 1000.0,
                alone.size(),
                orders.acknowledged().size(),
                count(ended, "succeeded"),
                lost(orders, ended).size(),
                billedTwice,
                count(ended, "submission_unknown"),
                count(ended, "failed"),
                orders.broken(),
                orders.refusals());
    }

    private static long count(List<Ended> ended, String state) {
        return ended.stream()
                .collect(Collectors.groupingBy(Ended::state, Collectors.counting()))
                .getOrDefault(state, 0L);
    }

    @Override
    public String toString() {
        return kills + " kills, " + crashes + " crashes, " + inFlight + " in flight";
    }
}
