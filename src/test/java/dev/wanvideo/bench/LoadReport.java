package dev.wanvideo.bench;

import dev.wanvideo.sandbox.SandboxBooks.Entry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the looks at thousands of films came to.
 *
 * @param delays in seconds from a film's end at its provider until it was here, sorted
 * @param bills of all jobs
 * @param there when each film was here, by its request_id
 */
record LoadReport(LoadWatch watch, List<Double> delays, List<Entry> bills, Map<String, Long> there) {
    static LoadReport of(LoadWatch watch, List<Entry> bills) throws SQLException {
        Map<String, Long> there = watch.there();
        List<Double> delays = new ArrayList<>();
        for (Entry bill : bills) {
            Long here = there.get(LoadServer.word(bill.prompt()));
            if (here != null && bill.done().isPresent()) {
                delays.add((here - bill.done().get().toEpochMilli()) / 1000.0);
            }
        }
        return new LoadReport(watch, delays.stream().sorted().toList(), bills, there);
    }

    /** Whether every film is there and was billed once. */
    boolean whole(int tasks) {
        Set<String> billed = new HashSet<>();
        bills.forEach(bill -> billed.add(LoadServer.word(bill.prompt())));
        return there.size() == tasks && bills.size() == tasks && billed.size() == tasks;
    }

    String text(String heapMib, double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d films here, %d billed, in %.0f s; at most %d running at once; %s",
                there.size(),
                bills.size(),
                seconds,
                watch.mostInFlight(),
                watch.states()));
        lines.add(String.format(Locale.ROOT, "looks per finished film: %s", looks()));
        lines.add(String.format(
                Locale.ROOT,
                "from done there to succeeded here: p50 %.1f s, p90 %.1f s, p99 %.1f s, max %.1f s",
                quantile(0.5),
                quantile(0.9),
                quantile(0.99),
                quantile(1)));
        lines.add(String.format(
                Locale.ROOT,
                "processor %.1f s for 1,000 films; most memory %.0f MiB resident, %s MiB heap; %d threads",
                watch.cpuSeconds() * 1000 / Math.max(1, there.size()),
                watch.peakMib(),
                heapMib,
                watch.mostThreads()));
        return String.join("\n", lines);
    }

    private String looks() {
        Map<String, Double> mean = bills.stream()
                .filter(bill -> there.containsKey(LoadServer.word(bill.prompt())))
                .collect(Collectors.groupingBy(Entry::provider, TreeMap::new, Collectors.averagingInt(Entry::polls)));
        double all = bills.stream()
                .filter(bill -> there.containsKey(LoadServer.word(bill.prompt())))
                .mapToInt(Entry::polls)
                .average()
                .orElse(0);
        return String.format(Locale.ROOT, "%.1f (", all)
                + mean.entrySet().stream()
                        .map(one -> String.format(Locale.ROOT, "%s %.1f", one.getKey(), one.getValue()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private double quantile(double part) {
        int at = (int) Math.min(delays.size() - 1, Math.ceil(part * delays.size()) - 1);
        return delays.isEmpty() ? Double.NaN : delays.get(Math.max(0, at));
    }
}
