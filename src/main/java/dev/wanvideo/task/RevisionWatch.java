package dev.wanvideo.task;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Knows a change by the revision of a row. Used by one thread at a time. */
final class RevisionWatch implements TaskWatch {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Function<String, Optional<TaskRow>> rows;
    private final Changes.Waiting waiting;
    private final Set<String> ids;
    private final Map<String, Long> open = new LinkedHashMap<>();
    private boolean looking = true;

    /** @param waiting closed as soon as nothing can change any more */
    RevisionWatch(Collection<String> wanted, Function<String, Optional<TaskRow>> rows, Changes.Waiting waiting) {
        this.rows = rows;
        this.waiting = waiting;
        this.ids = new LinkedHashSet<>();
        for (String id : wanted) {
            rows.apply(id).ifPresent(this::add);
        }
    }

    @Override
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    @Override
    public Task next() throws InterruptedException {
        while (true) {
            long seen = waiting.count();
            Optional<TaskRow> changed = changed();
            if (changed.isPresent()) {
                return changed.get().task();
            }
            if (open.isEmpty()) {
                close();
            }
            waiting.await(seen, LONG);
        }
    }

    @Override
    public void close() {
        if (looking) {
            looking = false;
            waiting.close();
        }
    }

    private void add(TaskRow row) {
        ids.add(row.task().id());
        keep(row);
    }

    /** The one that was told of goes to the end of the line, so that a busy task does not hide another. */
    private Optional<TaskRow> changed() {
        for (String id : List.copyOf(open.keySet())) {
            Optional<TaskRow> row = rows.apply(id);
            if (row.isPresent() && !Long.valueOf(row.get().rev()).equals(open.get(id))) {
                open.remove(id);
                keep(row.get());
                return row;
            }
        }
        return Optional.empty();
    }

    /** A finished task stays as it is. */
    private void keep(TaskRow row) {
        if (!row.status().terminal()) {
            open.put(row.task().id(), row.rev());
        }
    }
}
