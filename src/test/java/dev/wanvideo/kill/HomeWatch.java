package dev.wanvideo.kill;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One thread that looks at the database without pause, and strikes in the very moment that a trap asks for. */
final class HomeWatch implements AutoCloseable {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final long TRAP_NANOS = 1;

    private final Path home;
    private final Consumer<List<Look>> eye;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile List<Look> latest = List.of();
    private volatile @Nullable Trap trap;
    private volatile boolean closed;

    /** @param eye sees each new state of the database, on the watching thread */
    HomeWatch(Path home, Consumer<List<Look>> eye) {
        this.home = home;
        this.eye = eye;
        Thread thread = new Thread(this::watch, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    List<Look> latest() {
        return latest;
    }

    /** Strikes the server that the condition names, as soon as it names one. */
    CompletableFuture<Blow> set(Consumer<Server> strike, Function<List<Look>, Optional<Blow>> condition) {
        if (end.isDone()) {
            end.join();
        }
        Trap set = new Trap(strike, condition, new CompletableFuture<>());
        trap = set;
        return set.sprung();
    }

    void disarm() {
        trap = null;
    }

    private void watch() {
        try {
            while (!closed && !HomeReader.canOpen(home)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            try (HomeReader reader = HomeReader.open(home)) {
                look(reader);
            }
            end.complete(null);
        } catch (SQLException | RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void look(HomeReader reader) throws SQLException {
        while (!closed
                && reader.rows("SELECT name FROM sqlite_master WHERE name = 'task_step_of'", row -> 1)
                        .isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        long seen = -1;
        while (!closed) {
            long version = reader.version();
            if (version != seen) {
                seen = version;
                latest = reader.looks();
                eye.accept(latest);
            }
            Trap set = trap;
            spring(set);
            LockSupport.parkNanos(set == null ? PAUSE_NANOS : TRAP_NANOS);
        }
    }

    private void spring(@Nullable Trap set) {
        Optional<Blow> blow = set == null ? Optional.empty() : set.condition().apply(latest);
        if (set != null && blow.isPresent() && set == trap) {
            set.strike().accept(blow.get().victim());
            trap = null;
            set.sprung().complete(blow.get());
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private record Trap(
            Consumer<Server> strike, Function<List<Look>, Optional<Blow>> condition, CompletableFuture<Blow> sprung) {}
}
