package dev.wanvideo.task;

import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Providers that do what a test writes down, and remember what was asked of them. */
final class ScriptedGateway implements ProviderGateway {
    /** One line for each upload: the host and the file's name. */
    final List<String> uploaded = new CopyOnWriteArrayList<>();
    /** The bodies of submissions. */
    final List<Map<String, Object>> bodies = new CopyOnWriteArrayList<>();
    /** One line for each submission that was sent: the provider and the address. */
    final List<String> submitted = new CopyOnWriteArrayList<>();
    /** The provider's ids that were looked at. */
    final List<String> polled = new CopyOnWriteArrayList<>();

    final List<String> cancelled = new CopyOnWriteArrayList<>();
    /** What each provider's list shows; a provider that is not in it has none. */
    final Map<String, Optional<Set<String>>> lists = new ConcurrentHashMap<>();
    /** What a call in this line has to wait for. */
    final Map<Kind, Duration> waits = new ConcurrentHashMap<>();

    /** By which addresses of uploads end. */
    volatile Clock clock = Clock.systemUTC();

    /** How every provider calls back. */
    volatile Optional<Callbacks> callbacks = Optional.empty();

    volatile CancelAnswer stop = new CancelAnswer(false, "It goes on and is charged.");
    volatile PollOutcome usually = new PollOutcome.Going(ProviderReport.NONE);
    private final AtomicInteger accepted = new AtomicInteger();
    private final Queue<Submission> submissions = new ArrayDeque<>();
    private final Queue<Upload> uploads = new ArrayDeque<>();
    private final Queue<PollOutcome> looks = new ArrayDeque<>();

    /** What becomes of a submission. */
    interface Submission {
        SubmitOutcome of(String provider, OutgoingRequest request, Path film) throws InterruptedException;
    }

    /** The next submissions come to this, in turn; those after them are accepted. */
    synchronized ScriptedGateway answers(SubmitOutcome... outcomes) {
        for (SubmitOutcome outcome : outcomes) {
            does((provider, request, film) -> outcome);
        }
        return this;
    }

    synchronized ScriptedGateway does(Submission submission) {
        submissions.add(submission);
        return this;
    }

    /** The next looks come to this, in turn; those after them to what is usual. */
    synchronized ScriptedGateway shows(PollOutcome... outcomes) {
        looks.addAll(List.of(outcomes));
        return this;
    }

    static SubmitOutcome accepted(String taskId) {
        return new SubmitOutcome.Accepted(taskId, ProviderReport.of("CREATED"));
    }

    @Override
    public SubmitOutcome submit(String provider, OutgoingRequest request, Path film) throws InterruptedException {
        submitted.add(provider + " " + request.url());
        bodies.add(request.body());
        Submission next;
        synchronized (this) {
            next = submissions.poll();
        }
        return next == null ? accepted(provider + "-" + accepted.incrementAndGet()) : next.of(provider, request, film);
    }

    @Override
    public UploadOutcome upload(String host, UploadFile file, Path path) throws InterruptedException {
        uploaded.add(host + " " + file.name());
        Upload next;
        synchronized (this) {
            next = uploads.poll();
        }
        return next == null ? stored(host + "-" + uploaded.size()) : next.of(host, file, path);
    }

    /** What becomes of an upload. */
    interface Upload {
        UploadOutcome of(String host, UploadFile file, Path path) throws InterruptedException;
    }

    /** The next uploads come to this, in turn; those after them are kept for a day. */
    synchronized ScriptedGateway uploads(UploadOutcome... outcomes) {
        for (UploadOutcome outcome : outcomes) {
            uploadDoes((host, file, path) -> outcome);
        }
        return this;
    }

    synchronized ScriptedGateway uploadDoes(Upload upload) {
        uploads.add(upload);
        return this;
    }

    UploadOutcome stored(String name) {
        return new UploadOutcome.Stored(
                URI.create("https://files.example.com/" + name), clock.instant().plus(Duration.ofDays(1)));
    }

    @Override
    public synchronized PollOutcome poll(String provider, String taskId) {
        polled.add(taskId);
        PollOutcome next = looks.poll();
        return next == null ? usually : next;
    }

    @Override
    public CancelAnswer cancel(String provider, String taskId) {
        cancelled.add(taskId);
        return stop;
    }

    @Override
    public Optional<Set<String>> tasks(String provider) {
        return lists.getOrDefault(provider, Optional.empty());
    }

    @Override
    public boolean lists(String provider) {
        return lists.containsKey(provider);
    }

    @Override
    public Optional<Callbacks> callbacks(String provider) {
        return callbacks;
    }

    @Override
    public Duration reserve(String provider, Kind kind) {
        return waits.getOrDefault(kind, Duration.ZERO);
    }
}
