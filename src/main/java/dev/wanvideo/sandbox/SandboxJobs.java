package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedJobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The jobs of one provider as one call sees them. What the call orders or cancels comes true with {@link #settle} only:
 * a fault may strike between what the provider would do and what it does.
 */
final class SandboxJobs implements EmulatedJobs {
    private static final int LISTED = 500;

    private final Workshop workshop;
    private final String provider;
    private final String body;
    private final Instant now;
    private final Map<String, SandboxFiles.Kept> uploaded = new LinkedHashMap<>();
    private final List<Work> ordered = new ArrayList<>();
    private final List<Work> cancelled = new ArrayList<>();
    private final List<Work> sought = new ArrayList<>();

    SandboxJobs(Workshop workshop, String provider, String body) {
        this.workshop = workshop;
        this.provider = provider;
        this.body = body;
        this.now = workshop.now();
    }

    @Override
    public Job accept(Order order) {
        String id = order.idStyle().apply(UUID.randomUUID().toString());
        Work work = workshop.draft(new Work.Ticket(provider, id, now), order, body);
        ordered.add(work);
        return work.look(now);
    }

    @Override
    public Optional<Job> find(String id) {
        Optional<Work> found = workshop.books().work(id).filter(this::known);
        found.ifPresent(sought::add);
        return found.flatMap(this::look);
    }

    @Override
    public List<Job> latest() {
        return workshop.books()
                .latest(provider)
                .limit(LISTED)
                .map(this::look)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String addressOf(String name) {
        return workshop.files().addressOf(provider, name);
    }

    @Override
    public void keep(String address, String type, byte[] content) {
        uploaded.put(address, new SandboxFiles.Kept(provider, type, content));
    }

    @Override
    public boolean holds(String address) {
        return workshop.files().reaches(provider, address);
    }

    /** The first address in what the call ordered at which there is nothing. */
    Optional<String> unreachable() {
        return ordered.stream()
                .flatMap(work -> work.order().media().stream())
                .filter(address -> !workshop.files().reaches(provider, address))
                .findFirst();
    }

    @Override
    public boolean cancel(String id) {
        Optional<Work> waiting = workshop.books().work(id).filter(this::known).filter(work -> work.waits(now));
        waiting.ifPresent(cancelled::add);
        return waiting.isPresent();
    }

    /** The jobs that the call ordered. */
    List<Work> ordered() {
        return ordered;
    }

    /** Whether the call would order a job. */
    boolean orders() {
        return !ordered.isEmpty();
    }

    /** The jobs that the call asked for by id. */
    List<Work> sought() {
        return sought;
    }

    /** Does what the call asked for, and bills it. */
    void settle() {
        ordered.forEach(workshop::take);
        cancelled.forEach(Work::cancel);
        uploaded.forEach(workshop.files()::keep);
    }

    /** Does nothing of it. */
    void forget() {
        ordered.clear();
        uploaded.clear();
        cancelled.clear();
    }

    private boolean known(Work work) {
        return work.provider().equals(provider);
    }

    private Optional<Job> look(Work work) {
        Job job = workshop.look(work, now);
        return work.fate().has(Fault.VANISH) ? Optional.empty() : Optional.of(job);
    }
}
