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
    public String addressOf(String name) {
        throw new AssertionError("kept " + name);
    }

    @Override
    public void keep(String address, String type, byte[] content) {
        throw new AssertionError("kept " + address);
    }

    @Override
    public boolean holds(String address) {
        return false;
    }

    @Override
    public boolean cancel(String id) {
        return false;
    }
}
