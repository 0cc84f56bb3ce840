package dev.wanvideo.task;

import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tasks of one tenant. The id of another's task is answered like one that never was.
 *
 * @param changes notices what other processes write, while somebody waits
 */
record TenantTasks(
        String tenant,
        Database database,
        TaskTable table,
        Changes changes,
        Signal signal,
        Creation creation,
        Cancellation cancellation,
        Intent intent,
        UsualTimes usual)
        implements Tasks {
    // Heals a watcher that could not read for a moment.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    @Override
    public CreateOutcome create(NewTask wanted) {
        return creation.create(tenant, wanted);
    }

    @Override
    public Optional<CreateOutcome> existing(Optional<String> clientKey, String requestSha) {
        return creation.existing(tenant, clientKey, requestSha);
    }

    @Override
    public Optional<Task> find(String id) {
        return row(id).map(TaskRow::task);
    }

    @Override
    public Optional<Task> await(String id, Duration limit, Consumer<Task> onChange) throws InterruptedException {
        if (limit.isZero() || limit.isNegative()) {
            return find(id);
        }
        try (Changes.Waiting waiting = changes.open()) {
            return awaited(id, System.nanoTime() + limit.toNanos(), onChange);
        }
    }

    private Optional<Task> awaited(String id, long end, Consumer<Task> onChange) throws InterruptedException {
        long rev = -1;
        while (true) {
            long seen = signal.count();
            Optional<TaskRow> row = row(id);
            if (row.isPresent() && rev >= 0 && row.get().rev() != rev) {
                onChange.accept(row.get().task());
            }
            long left = end - System.nanoTime();
            if (row.isEmpty() || row.get().status().terminal() || left <= 0) {
                return row.map(TaskRow::task);
            }
            rev = row.get().rev();
            signal.await(seen, Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
        }
    }

    @Override
    public TaskWatch watch(Collection<String> ids) {
        Changes.Waiting waiting = changes.open();
        try {
            return new RevisionWatch(ids, this::row, signal, LOOK_AGAIN, waiting);
        } catch (RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    @Override
    public List<Task> list(Optional<TaskStatus> status, int limit) {
        return database.read(connection -> table.newest(connection, tenant, status, limit)).stream()
                .map(TaskRow::task)
                .toList();
    }

    @Override
    public Optional<CancelOutcome> cancel(String id) {
        return row(id).map(cancellation::cancel);
    }

    @Override
    public Optional<BigDecimal> budgetLeftUsd() {
        return database.read(connection -> intent.left(connection, tenant));
    }

    @Override
    public Optional<Duration> usualDuration(String provider, Resolution resolution) {
        return usual.median(provider, resolution);
    }

    private Optional<TaskRow> row(String id) {
        return database.read(connection -> table.find(connection, tenant, id));
    }
}
