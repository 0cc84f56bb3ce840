package dev.wanvideo.app;

import dev.wanvideo.access.Principal;
import dev.wanvideo.task.Agreements;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.TaskHouse;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.task.Tenancy;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store when it is first needed, and again after a failure or when its file was moved away, since a person may
 * have mended the cause.
 */
final class LazyTasks implements Tenancy, Agreements, AutoCloseable {
    private final Supplier<TaskHouse> opener;
    private volatile @Nullable TaskHouse open;
    private boolean closed;

    LazyTasks(Supplier<TaskHouse> opener) {
        this.opener = opener;
    }

    @Override
    public Tasks of(Principal principal) {
        return house().of(principal);
    }

    @Override
    public byte[] secret() {
        return house().agreements().secret();
    }

    @Override
    public boolean use(String key, Instant until) {
        return house().agreements().use(key, until);
    }

    synchronized TaskHouse house() {
        if (closed) {
            throw new StoreUnavailable("The server is stopping.");
        }
        TaskHouse house = open;
        if (house != null && !house.inPlace()) {
            house.close();
            house = null;
            open = null;
        }
        if (house == null) {
            house = opener.get();
            open = house;
        }
        return house;
    }

    /** The store if it is open and in its place; waits for nobody who is opening it. */
    Optional<TaskHouse> present() {
        return Optional.ofNullable(open).filter(TaskHouse::inPlace);
    }

    @Override
    public synchronized void close() {
        closed = true;
        TaskHouse house = open;
        open = null;
        if (house != null) {
            house.close();
        }
    }
}
