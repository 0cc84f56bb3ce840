package dev.wanvideo.web;

import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Counts and times the calls to providers on their way. */
final class MeteredGateway implements ProviderGateway {
    private final ProviderGateway gateway;
    private final CallMeter meter;

    MeteredGateway(ProviderGateway gateway, CallMeter meter) {
        this.gateway = gateway;
        this.meter = meter;
    }

    /** Takes note of one call. */
    interface CallMeter {
        /** @param outcome one of a few words */
        void took(String provider, String kind, String outcome, Duration time);
    }

    @Override
    public SubmitOutcome submit(String provider, OutgoingRequest request, Path film) throws InterruptedException {
        long begun = System.nanoTime();
        SubmitOutcome outcome = gateway.submit(provider, request, film);
        took(provider, "submit", word(outcome), begun);
        return outcome;
    }

    @Override
    public PollOutcome poll(String provider, String taskId) throws InterruptedException {
        long begun = System.nanoTime();
        PollOutcome outcome = gateway.poll(provider, taskId);
        took(provider, "poll", word(outcome), begun);
        return outcome;
    }

    @Override
    public UploadOutcome upload(String host, UploadFile file, Path path) throws InterruptedException {
        long begun = System.nanoTime();
        UploadOutcome outcome = gateway.upload(host, file, path);
        took(host, "upload", word(outcome), begun);
        return outcome;
    }

    @Override
    public CancelAnswer cancel(String provider, String taskId) throws InterruptedException {
        long begun = System.nanoTime();
        CancelAnswer answer = gateway.cancel(provider, taskId);
        took(provider, "cancel", answer.stopped() ? "stopped" : "kept", begun);
        return answer;
    }

    @Override
    public Optional<Set<String>> tasks(String provider) throws InterruptedException {
        long begun = System.nanoTime();
        Optional<Set<String>> tasks = gateway.tasks(provider);
        took(provider, "list", tasks.isPresent() ? "read" : "no_answer", begun);
        return tasks;
    }

    @Override
    public boolean lists(String provider) {
        return gateway.lists(provider);
    }

    @Override
    public Duration reserve(String provider, Kind kind) {
        return gateway.reserve(provider, kind);
    }

    @Override
    public Optional<Callbacks> callbacks(String provider) {
        return gateway.callbacks(provider);
    }

    private void took(String provider, String kind, String outcome, long begun) {
        meter.took(provider, kind, outcome, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** {@code NotSent} is {@code not_sent}: the cases are a closed set. */
    private static String word(Object outcome) {
        return outcome.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
