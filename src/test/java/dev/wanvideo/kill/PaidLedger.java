package dev.wanvideo.kill;

import dev.wanvideo.provider.EmulatedJobs.Phase;
import dev.wanvideo.sandbox.SandboxBooks.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what servers say about attempts and money against the books of those who billed them. */
final class PaidLedger {
    private final List<Ended> tasks;
    private final List<Entry> bills;
    private final Map<String, List<Entry>> billsByFilm;
    private final Map<String, List<Attempt>> attempts;
    private final List<String> broken = new ArrayList<>();

    PaidLedger(List<Ended> tasks, List<Entry> bills, List<Attempt> attempts) {
        this.tasks = tasks;
        this.bills = bills;
        this.billsByFilm = bills.stream().collect(Collectors.groupingBy(Sellers::word));
        this.attempts = attempts.stream().collect(Collectors.groupingBy(Attempt::task));
    }

    /**
     * One line for each promise that was not kept.
     *
     * @param caught tasks that a blow may have met between intent and answer
     * @param spoiled submissions that were billed and whose answer did not arrive
     */
    List<String> broken(Set<String> cancelAsked, Map<String, Doubt> doubts, Set<String> caught, int spoiled) {
        strangers();
        for (Ended task : tasks) {
            end(task, cancelAsked);
            money(task);
            lines(task);
        }
        doubts.forEach((id, doubt) -> {
            if (doubt == Doubt.TOLD_BY_LIST) {
                broken.add(id + " is submission_unknown though the provider's list tells");
            }
        });
        long unexplained = unclear().stream().filter(id -> !caught.contains(id)).count();
        if (unexplained > spoiled) {
            broken.add(unexplained + " submissions got unclear that no blow met, but only " + spoiled
                    + " answers were withheld");
        }
        return broken;
    }

    private void strangers() {
        Set<String> films = tasks.stream().map(Ended::key).collect(Collectors.toSet());
        billsByFilm.forEach((film, billed) -> {
            if (!films.contains(film)) {
                broken.add("billed, and no such task: " + film);
            }
            if (billed.size() > 1) {
                broken.add(film + " was billed " + billed.size() + " times: " + jobs(billed));
            }
        });
    }

    private static List<String> jobs(List<Entry> billed) {
        return billed.stream()
                .map(bill -> bill.provider() + " " + bill.job() + " at " + bill.accepted())
                .toList();
    }

    private void end(Ended task, Set<String> cancelAsked) {
        boolean over = task.succeeded() || task.failed() || task.cancelled() || task.unclear();
        boolean stopped = cancelAsked.contains(task.id());
        if (!over) {
            broken.add(task.id() + " never ended: " + task.state());
        } else if (task.cancelled() && !stopped) {
            broken.add(task.id() + " is cancelled, which nobody asked for");
        } else if (task.failed() && !stopped && !byList(task)) {
            broken.add(task.id() + " at " + task.provider() + " failed: " + task.error());
        }
    }

    private void money(Ended task) {
        List<Entry> billed = billsByFilm.getOrDefault(task.key(), List.of());
        boolean kept =
                billed.stream().anyMatch(bill -> bill.phase() != Phase.FAILED && bill.phase() != Phase.CANCELLED);
        if (task.charged().equals("no") && kept) {
            broken.add(task.id() + " " + task.state() + " says it is not charged, and is: " + jobs(billed));
        }
        if (task.succeeded() && (billed.size() != 1 || !task.charged().equals("yes"))) {
            broken.add(task.id() + " succeeded, says charged " + task.charged() + ", and was billed " + billed.size()
                    + " times");
        }
        if (task.failed() && billed.stream().anyMatch(bill -> bill.phase() == Phase.DONE)) {
            broken.add(task.id() + " failed though its film was made and billed: " + task.error());
        }
    }

    /** No line left open for a task that has ended, and one that made the film of a task that has one. */
    private void lines(Ended task) {
        List<Attempt> lines = attempts.getOrDefault(task.id(), List.of());
        long open = lines.stream().filter(Attempt::open).count();
        if (open != (task.unclear() ? 1 : 0)) {
            broken.add(task.id() + " " + task.state() + " has open lines: " + lines);
        }
        long made = lines.stream().filter(line -> line.outcome().equals("made")).count();
        if (made != (task.succeeded() ? 1 : 0)) {
            broken.add(task.id() + " " + task.state() + " was finished " + made + " times in the ledger");
        }
    }

    private boolean byList(Ended task) {
        return attempts.getOrDefault(task.id(), List.of()).stream().anyMatch(Attempt::byList);
    }

    /** Ids of tasks that were ever unclear. */
    private Set<String> unclear() {
        Set<String> ids = new HashSet<>();
        attempts.values()
                .forEach(lines -> lines.stream()
                        .filter(Attempt::everUnclear)
                        .map(Attempt::task)
                        .forEach(ids::add));
        tasks.stream().filter(Ended::unclear).map(Ended::id).forEach(ids::add);
        return ids;
    }

    /** @param struck how often each fault struck, by provider and fault */
    List<String> figures(Map<String, Doubt> doubts, Set<String> caught, Map<String, Integer> struck) {
        Set<String> unclear = unclear();
        long met = unclear.stream().filter(caught::contains).count();
        List<String> lines = new ArrayList<>();
        lines.add("ended " + counts(tasks.stream().map(Ended::state).toList()) + " at "
                + counts(tasks.stream().map(Ended::provider).toList()));
        lines.add("billed " + bills.size() + " jobs for "
                + bills.stream().map(Entry::usd).reduce(BigDecimal.ZERO, BigDecimal::add) + " USD");
        lines.add("faults " + byFault(struck));
        lines.add(unclear.size() + " submissions ever unclear, " + met + " of them met by a blow between intent and"
                + " answer (" + caught.size() + " such blows), " + (unclear.size() - met) + " by a withheld answer");
        lines.add("of these settled by the list "
                + tasks.stream().filter(this::byList).count() + ", by an answer that came late " + late(unclear)
                + ", left " + doubts.size());
        counts(doubts.values().stream().map(Doubt::words).toList())
                .forEach((words, count) -> lines.add("left unclear " + words + ": " + count));
        tasks.stream()
                .filter(Ended::failed)
                .map(task -> "failed at " + task.provider() + ": " + task.error())
                .distinct()
                .limit(5)
                .forEach(lines::add);
        return lines;
    }

    private long late(Set<String> unclear) {
        return tasks.stream()
                .filter(task -> unclear.contains(task.id()) && !task.unclear() && !byList(task))
                .count();
    }

    private static Map<String, Integer> byFault(Map<String, Integer> struck) {
        Map<String, Integer> sums = new TreeMap<>();
        struck.forEach((place, count) -> sums.merge(place.substring(place.indexOf('=') + 1), count, Integer::sum));
        return sums;
    }

    private static Map<String, Long> counts(List<String> words) {
        return words.stream().collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }
}
