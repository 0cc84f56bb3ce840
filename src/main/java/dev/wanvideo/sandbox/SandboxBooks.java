package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Everything that was accepted and billed, and who called what how often; the truth that a client's ledger is held to. */
public final class SandboxBooks {
    private final Clock clock;
    private final SandboxFiles files;
    private final ConcurrentLinkedDeque<Work> works = new ConcurrentLinkedDeque<>();
    private final Map<String, Work> byId = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** @param address of the sandbox, without a slash at its end */
    SandboxBooks(Clock clock, String address) {
        this.clock = clock;
        this.files = new SandboxFiles(address);
    }

    /**
     * One accepted job.
     *
     * @param usd billed when it was accepted
     * @param body of the call that ordered it, as it came
     * @param phase how far it is now
     * @param done when its film could first be had
     * @param polls calls that asked for it by its id
     */
    public record Entry(
            String provider,
            String job,
            String prompt,
            BigDecimal usd,
            Instant accepted,
            String body,
            Phase phase,
            Optional<Instant> done,
            int polls) {}

    /**
     * One file that was uploaded.
     *
     * @param address under which its provider knows it
     * @param type as it was told
     */
    public record Upload(String provider, String address, String type, long bytes, String sha256) {}

    /** Everything that was uploaded to one provider, in that order. */
    public List<Upload> uploads(String provider) {
        return files.uploads().stream()
                .filter(upload -> upload.provider().equals(provider))
                .toList();
    }

    SandboxFiles files() {
        return files;
    }

    /** All jobs in the order of their acceptance. */
    public List<Entry> entries() {
        Instant now = clock.instant();
        return works.stream().map(work -> entry(work, now)).toList();
    }

    /** The jobs of one provider. */
    public List<Entry> entries(String provider) {
        Instant now = clock.instant();
        return works.stream()
                .filter(work -> work.provider().equals(provider))
                .map(work -> entry(work, now))
                .toList();
    }

    /** The job with this id. */
    public Optional<Entry> find(String job) {
        return work(job).map(work -> entry(work, clock.instant()));
    }

    /** What was billed altogether, also for jobs that failed later. */
    public BigDecimal billedUsd() {
        return sum(works.stream());
    }

    /** What is left of it once failed and cancelled jobs are paid back. */
    public BigDecimal chargedUsd() {
        Instant now = clock.instant();
        return sum(works.stream().filter(work -> switch (work.phase(now)) {
            case WAITING, WORKING, DONE -> true;
            case FAILED, CANCELLED -> false;
        }));
    }

    /** How often each path was called, e.g. {@code GET /acme/v1/tasks/{id}}; ids of jobs are all one. */
    public Map<String, Integer> calls() {
        Map<String, Integer> counts = new TreeMap<>();
        calls.forEach((path, count) -> counts.put(path, count.get()));
        return counts;
    }

    /** How often this path was called. */
    public int calls(String path) {
        AtomicInteger count = calls.get(path);
        return count == null ? 0 : count.get();
    }

    void count(String path) {
        calls.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
    }

    void take(Work work) {
        byId.put(work.id(), work);
        works.addLast(work);
    }

    Optional<Work> work(String job) {
        return Optional.ofNullable(byId.get(job));
    }

    Stream<Work> latest(String provider) {
        Iterable<Work> newestFirst = works::descendingIterator;
        return StreamSupport.stream(newestFirst.spliterator(), false)
                .filter(work -> work.provider().equals(provider));
    }

    private static BigDecimal sum(Stream<Work> some) {
        return some.map(work -> work.order().usd()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Entry entry(Work work, Instant now) {
        return new Entry(
                work.provider(),
                work.id(),
                work.order().prompt(),
                work.order().usd(),
                work.accepted(),
                work.body(),
                work.phase(now),
                work.done(now),
                work.polls().get());
    }
}
