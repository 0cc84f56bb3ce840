package dev.wanvideo.mcp;

import dev.wanvideo.task.Advance;
import dev.wanvideo.task.Arrival;
import dev.wanvideo.task.CancelOutcome;
import dev.wanvideo.task.Cost;
import dev.wanvideo.task.CreateOutcome;
import dev.wanvideo.task.Film;
import dev.wanvideo.task.NewTask;
import dev.wanvideo.task.Outcome;
import dev.wanvideo.task.RemoteLink;
import dev.wanvideo.task.Task;
import dev.wanvideo.task.TaskError;
import dev.wanvideo.task.TaskStatus;
import dev.wanvideo.task.TaskWatch;
import dev.wanvideo.task.Tasks;
import dev.wanvideo.task.Times;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.Refusal;
import dev.wanvideo.video.Resolution;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tasks in memory, moved on by the test. */
class FakeTasks implements Tasks {
    /** How long films of a provider took. */
    final Map<String, Duration> usual = new ConcurrentHashMap<>();

    static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");

    final List<NewTask> wanted = new ArrayList<>();
    final CountDownLatch watchesClosed = new CountDownLatch(1);
    final CountDownLatch someoneWaits = new CountDownLatch(1);
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private boolean watchesBreak;
    private final Map<String, NewTask> origins = new LinkedHashMap<>();

    @Override
    public synchronized CreateOutcome create(NewTask asked) {
        wanted.add(asked);
        return existing(asked.clientKey(), asked.requestSha()).orElseGet(() -> {
            String id = "task-" + (tasks.size() + 1);
            origins.put(id, asked);
            tasks.put(id, queued(id, asked));
            return new CreateOutcome.Created(the(id));
        });
    }

    @Override
    public synchronized Optional<CreateOutcome> existing(Optional<String> clientKey, String requestSha) {
        for (Map.Entry<String, NewTask> known : origins.entrySet()) {
            boolean sameFilm = known.getValue().requestSha().equals(requestSha);
            boolean sameKey =
                    clientKey.isPresent() && clientKey.equals(known.getValue().clientKey());
            if (sameKey && !sameFilm) {
                return Optional.of(new CreateOutcome.Conflict(
                        Refusal.of(Category.INVALID_REQUEST, "request_id belongs to another request.")));
            }
            if (sameFilm) {
                return Optional.of(new CreateOutcome.Existing(the(known.getKey()), "This film is already being made."));
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Task> find(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public synchronized Optional<Task> await(String id, Duration limit, Consumer<Task> onChange)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Task seen = the(id);
        someoneWaits.countDown();
        while (!seen.status().terminal() && end - System.nanoTime() > 0) {
            if (the(id).equals(seen)) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } else {
                seen = the(id);
                onChange.accept(seen);
            }
        }
        return Optional.of(seen);
    }

    /** The store goes away under all who watch. */
    synchronized void breakWatches() {
        watchesBreak = true;
        notifyAll();
    }

    @Override
    public synchronized TaskWatch watch(Collection<String> ids) {
        Map<String, Task> seen = new LinkedHashMap<>();
        ids.forEach(id -> find(id).ifPresent(task -> seen.put(id, task)));
        return new TaskWatch() {
            @Override
            public Set<String> ids() {
                return Set.copyOf(seen.keySet());
            }

            @Override
            public Task next() throws InterruptedException {
                synchronized (FakeTasks.this) {
                    while (true) {
                        if (watchesBreak) {
                            throw new IllegalStateException("the store went away");
                        }
                        for (Map.Entry<String, Task> known : seen.entrySet()) {
                            Task now = the(known.getKey());
                            if (!now.equals(known.getValue())) {
                                known.setValue(now);
                                return now;
                            }
                        }
                        FakeTasks.this.wait();
                    }
                }
            }

            @Override
            public void close() {
                watchesClosed.countDown();
            }
        };
    }

    @Override
    public synchronized List<Task> list(Optional<TaskStatus> status, int limit) {
        List<Task> newestFirst = new ArrayList<>(tasks.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(task -> status.isEmpty() || task.status() == status.get())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<CancelOutcome> cancel(String id) {
        if (!tasks.containsKey(id)) {
            return Optional.empty();
        }
        boolean open = !the(id).status().terminal();
        if (open) {
            become(id, TaskStatus.CANCELLED, 0, new Outcome(Optional.empty(), Optional.empty()));
        }
        String sentence = open ? "The film was stopped." : "The film was already finished.";
        return Optional.of(new CancelOutcome(the(id), open, sentence));
    }

    @Override
    public Optional<BigDecimal> budgetLeftUsd() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> usualDuration(String provider, Resolution resolution) {
        return Optional.ofNullable(usual.get(provider));
    }

    /** As if all films were finished long ago. */
    synchronized void forget() {
        origins.clear();
    }

    void runs(String id, int percent) {
        become(id, TaskStatus.RUNNING, percent, new Outcome(Optional.empty(), Optional.empty()));
    }

    void succeeds(String id, Path film, Optional<Path> sheet) {
        succeeds(id, film, sheet, Optional.empty());
    }

    void succeeds(String id, Path film, Optional<Path> sheet, Optional<Path> poster) {
        Film made = new Film(film, sheet, poster, new FrameSize(640, 360), 5.0, 123_456, "ab".repeat(32));
        become(id, TaskStatus.SUCCEEDED, 100, new Outcome(Optional.of(made), Optional.empty()));
    }

    void fails(String id, Category category, String message) {
        TaskError error = new TaskError(category, message);
        become(id, TaskStatus.FAILED, 30, new Outcome(Optional.empty(), Optional.of(error)));
    }

    synchronized void fetches(String id, Arrival arrival, RemoteLink link) {
        become(id, TaskStatus.DOWNLOADING, 99, new Outcome(Optional.empty(), Optional.empty(), Optional.of(link)));
        Task now = the(id);
        Advance was = now.advance();
        Advance more = new Advance(
                was.percent(),
                Optional.empty(),
                was.providerTaskId(),
                was.providerStatus(),
                Map.of(),
                Optional.of(arrival));
        tasks.put(
                id,
                new Task(
                        id,
                        now.status(),
                        now.provider(),
                        now.request(),
                        more,
                        now.cost(),
                        now.outcome(),
                        now.times(),
                        now.warnings()));
    }

    synchronized void become(String id, TaskStatus status, int percent, Outcome outcome) {
        Task old = the(id);
        Optional<Integer> eta = status.terminal() ? Optional.empty() : Optional.of(12);
        Advance advance = new Advance(percent, eta, Optional.of("p-1"), Optional.of("BUSY"));
        tasks.put(
                id,
                new Task(
                        id,
                        status,
                        old.provider(),
                        old.request(),
                        advance,
                        old.cost(),
                        outcome,
                        old.times(),
                        old.warnings()));
        notifyAll();
    }

    private Task the(String id) {
        return Objects.requireNonNull(tasks.get(id));
    }

    private static Task queued(String id, NewTask asked) {
        return new Task(
                id,
                TaskStatus.QUEUED,
                asked.plan().provider().descriptor().id(),
                asked.request(),
                new Advance(0, Optional.empty(), Optional.empty(), Optional.empty()),
                new Cost(asked.plan().quote(), Optional.empty(), Charged.NO),
                new Outcome(Optional.empty(), Optional.empty()),
                new Times(CREATED, CREATED, CREATED.plusSeconds(600)),
                asked.warnings());
    }
}
