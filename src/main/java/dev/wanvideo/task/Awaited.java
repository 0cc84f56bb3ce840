package dev.wanvideo.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who waits for which task; each is told of its own alone. */
final class Awaited {
    private static final long NEVER_SEEN = -1;
    // Were nobody able to listen, waiting would still end.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Map<String, One> tasks = new HashMap<>();

    /** A task that somebody waits for, and as what it was last seen by looking. */
    private static final class One {
        private final Set<Waiter> waiters = new HashSet<>();
        private long rev = NEVER_SEEN;
    }

    synchronized Changes.Waiting add(Collection<String> ids) {
        Waiter waiter = new Waiter(Set.copyOf(ids));
        waiter.ids.forEach(
                id -> tasks.computeIfAbsent(id, key -> new One()).waiters.add(waiter));
        return waiter;
    }

    synchronized Collection<String> ids() {
        return List.copyOf(tasks.keySet());
    }

    synchronized void tell(String id) {
        One one = tasks.get(id);
        if (one != null) {
            one.waiters.forEach(waiter -> waiter.signal.give());
        }
    }

    synchronized void tellAll() {
        new ArrayList<>(tasks.keySet()).forEach(this::tell);
    }

    /** Tells those who wait, unless it was seen like this before; whether it was new. */
    synchronized boolean seen(String id, long rev) {
        One one = tasks.get(id);
        if (one == null || one.rev == rev) {
            return false;
        }
        one.rev = rev;
        tell(id);
        return true;
    }

    private synchronized void remove(Waiter waiter) {
        for (String id : waiter.ids) {
            One one = tasks.get(id);
            if (one != null && one.waiters.remove(waiter) && one.waiters.isEmpty()) {
                tasks.remove(id);
            }
        }
    }

    /** Waits for some tasks. */
    private final class Waiter implements Changes.Waiting {
        private final Signal signal = new Signal();
        private final Set<String> ids;

        Waiter(Set<String> ids) {
            this.ids = ids;
        }

        @Override
        public long count() {
            return signal.count();
        }

        @Override
        public void await(long seen, Duration limit) throws InterruptedException {
            signal.await(seen, limit.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : limit);
        }

        @Override
        public void close() {
            remove(this);
        }
    }
}
