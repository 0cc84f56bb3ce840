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
 */
record TenantTasks(
        String tenant,
        Database database,
        TaskTable table,
        Creation creation,
        Cancellation cancellation,
        Intent intent,
        UsualTimes usual)
        implements Tasks {
    /** How soon it is tried again to reach the database, while somebody waits. */
    private static final Duration AWAY = Duration.ofSeconds(1);

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
        try (Changes.Waiting waiting = database.changes().open(List.of(id))) {
            return awaited(id, waiting, System.nanoTime() + limit.toNanos(), onChange);
        }
    }

    private Optional<Task> awaited(String id, Changes.Waiting waiting, long end, Consumer<Task> onChange)
            throws InterruptedException {
        long rev = -1;
        while (true) {
            long seen = waiting.count();
            Optional<TaskRow> row = row(id, waiting, end);
            if (row.isPresent() && rev >= 0 && row.get().rev() != rev) {
                onChange.accept(row.get().task());
            }
            long left = end - System.nanoTime();
            if (row.isEmpty() || row.get().status().terminal() || left <= 0) {
                return row.map(TaskRow::task);
            }
            rev = row.get().rev();
            waiting.await(seen, Duration.ofNanos(left));
        }
    }

    /** The row, as soon as the database can be reached. */
    private Optional<TaskRow> row(String id, Changes.Waiting waiting, long end) throws InterruptedException {
        while (true) {
            try {
                return row(id);
            } catch (StoreAway e) {
                if (end - System.nanoTime() <= AWAY.toNanos()) {
                    throw e;
                }
                waiting.await(waiting.count(), AWAY);
            }
        }
    }

    @Override
    public TaskWatch watch(Collection<String> ids) {
        Changes.Waiting waiting = database.changes().open(ids);
        try {
            return new RevisionWatch(ids, this::row, waiting);
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
