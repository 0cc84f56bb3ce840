package dev.wanvideo.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The jobs of an emulated provider, moved from phase to phase by a test. */
final class BenchJobs implements EmulatedJobs {
    static final String FILM = "http://127.0.0.1:8099/films/a.mp4";
    private final List<Job> jobs = new ArrayList<>();
    /** What was uploaded, by address. */
    final Map<String, byte[]> files = new LinkedHashMap<>();

    @Override
    public Job accept(Order order) {
        String id = order.idStyle().apply(new UUID(7, jobs.size()).toString());
        Job job = new Job(
                id, Phase.WAITING, 0, 1_763_600_000L, Optional.empty(), Optional.empty(), Optional.empty(), order);
        jobs.add(0, job);
        return job;
    }

    @Override
    public Optional<Job> find(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    @Override
    public List<Job> latest() {
        return List.copyOf(jobs);
    }

    @Override
    public String addressOf(String name) {
        return "http://127.0.0.1:8099/uploads/" + name;
    }

    @Override
    public void keep(String address, String type, byte[] content) {
        files.put(address, content);
    }

    @Override
    public boolean holds(String address) {
        return files.containsKey(address);
    }

    @Override
    public boolean cancel(String id) {
        boolean waits = find(id).map(job -> job.phase() == Phase.WAITING).orElse(false);
        if (waits) {
            phase(Phase.CANCELLED, Optional.empty(), Optional.empty());
        }
        return waits;
    }

    /** Moves every job. */
    void phase(Phase phase, Optional<String> unknownWord, Optional<Failure> failure) {
        jobs.replaceAll(job -> new Job(
                job.id(),
                phase,
                phase == Phase.DONE ? 100 : phase == Phase.WORKING ? 40 : 0,
                job.createdEpochSeconds(),
                unknownWord,
                Optional.of(FILM).filter(film -> phase == Phase.DONE),
                failure,
                job.order()));
    }
}
