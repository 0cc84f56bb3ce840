package dev.wanvideo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process takes while it is left alone for a while, as Linux tells it under {@code /proc}.
 *
 * @param mib resident memory at the end
 * @param threads at the end
 * @param cpuPercent of one core, on average
 * @param switches times a second that one of its threads was woken or put aside
 */
record Footprint(double mib, int threads, double cpuPercent, double switches) {
    private static final double TICKS_A_SECOND = 100;

    static Footprint during(long pid, Duration window) throws IOException, InterruptedException {
        Counters before = Counters.of(pid);
        TimeUnit.NANOSECONDS.sleep(window.toNanos());
        Counters after = Counters.of(pid);
        double seconds = (after.nanos - before.nanos) / 1e9;
        return new Footprint(
                number(pid, "VmRSS:") / 1024.0,
                (int) number(pid, "Threads:"),
                100 * (after.ticks - before.ticks) / TICKS_A_SECOND / seconds,
                after.switchesSince(before) / seconds);
    }

    /** What the process has used so far. */
    static double cpuSeconds(long pid) throws IOException {
        return Counters.of(pid).ticks() / TICKS_A_SECOND;
    }

    private static long number(long pid, String name) throws IOException {
        return number(Path.of("/proc", Long.toString(pid), "status"), name);
    }

    private static long number(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private record Counters(long nanos, long ticks, Map<Path, Long> switches) {
        static Counters of(long pid) throws IOException {
            Path process = Path.of("/proc", Long.toString(pid));
            String stat = Files.readString(process.resolve("stat"));
            // The name in brackets may hold anything; user and system time are the 12th and 13th words behind it.
            List<String> words =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long ticks = Long.parseLong(words.get(11)) + Long.parseLong(words.get(12));
            return new Counters(System.nanoTime(), ticks, switches(process.resolve("task")));
        }

        /** Threads that ended meanwhile took their count with them. */
        double switchesSince(Counters before) {
            return switches.entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - before.switches.getOrDefault(thread.getKey(), 0L))
                    .sum();
        }

        private static Map<Path, Long> switches(Path threads) throws IOException {
            Map<Path, Long> counts = new HashMap<>();
            try (Stream<Path> all = Files.list(threads)) {
                for (Path thread : all.toList()) {
                    try {
                        counts.put(
                                thread,
                                number(thread.resolve("status"), "voluntary_ctxt_switches:")
                                        + number(thread.resolve("status"), "nonvoluntary_ctxt_switches:"));
                    } catch (IOException ended) {
                        continue;
                    }
                }
            }
            return counts;
        }
    }
}
