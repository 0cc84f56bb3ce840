package dev.wanvideo.provider;

import java.util.List;
import java.util.Optional;

/** An account that must not be billed. */
public record NoJobs() implements EmulatedJobs {
    @Override
    public Job accept(Order order) {
        throw new AssertionError("billed " + order);
    }

    @Override
    public Optional<Job> find(String id) {
        return Optional.empty();
    }

    @Override
    public List<Job> latest() {
        return List.of();
    }

    @Override
    public boolean cancel(String id) {
        return false;
    }
}
