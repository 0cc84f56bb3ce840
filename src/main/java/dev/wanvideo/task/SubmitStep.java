package dev.wanvideo.task;

import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.provider.SubmitOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Takes a queued task to its provider: the intent on disk first, then one submission for it, never a second. */
final class SubmitStep {
    /** A process that slept since its intent may find the world changed; it does not send what it wanted to. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final RemoteTrade trade;
    private final Intent intent;
    private final SubmitAnswer answers;
    private final Unwritten unwritten;
    private final LongSupplier nanos;

    /** @param nanos a clock that nobody sets */
    SubmitStep(RemoteTrade trade, Intent intent, SubmitAnswer answers, Unwritten unwritten, LongSupplier nanos) {
        this.trade = trade;
        this.intent = intent;
        this.answers = answers;
        this.unwritten = unwritten;
        this.nanos = nanos;
    }

    Next drive(TaskRow row) throws InterruptedException {
        if (!trade.submissions().enter()) {
            return trade.submissions().later();
        }
        try {
            Duration wait = trade.gateway().reserve(row.task().provider(), ProviderGateway.Kind.SUBMIT);
            return wait.isZero() ? submitted(row) : RemoteTrade.inLine(wait);
        } finally {
            trade.submissions().leave();
        }
    }

    private Next submitted(TaskRow row) throws InterruptedException {
        // An order that cannot be read is not begun: what reads it later than this would leave it unclear.
        row.outgoing();
        Beginning beginning = Beginning.at(
                FilmFiles.place(row, trade.settings()), baseline(row.task().provider()));
        String key = beginning.intent().orElseThrow();
        UnaryOperator<OutgoingRequest> addressed = addressed(row);
        unwritten.begin(row.id(), key);
        Optional<Ready> ready = ready(row, beginning, addressed);
        if (ready.isEmpty()) {
            unwritten.forget(key);
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        return ready.get().fresh()
                ? handedOver(key, ready.get())
                : answers.of(key, ready.get().row(), new Known.NeverSent("slept before sending"));
    }

    /**
     * Everything up to the moment before it is sent; empty when the task is not to be sent any more.
     *
     * <p>Whatever goes wrong in here, nothing was sent: that is kept, since the intent may or may not be on disk.
     */
    private Optional<Ready> ready(TaskRow row, Beginning beginning, UnaryOperator<OutgoingRequest> addressed) {
        long nanosBefore = nanos.getAsLong();
        Instant before = trade.books().clock().instant();
        try {
            Optional<TaskRow> begun = intent.declare(row.id(), beginning);
            if (begun.isEmpty()) {
                return Optional.empty();
            }
            OutgoingRequest request = addressed.apply(begun.get().outgoing());
            Optional<Path> part = readiedPart(begun.get());
            boolean fresh = nanos.getAsLong() - nanosBefore <= FRESH.toNanos()
                    && trade.books().since(before).compareTo(FRESH) <= 0
                    && trade.books().now(begun.get()).status() == TaskStatus.SUBMITTING;
            return Optional.of(new Ready(begun.get(), request, part, fresh));
        } catch (RuntimeException e) {
            answers.neverSent(beginning.intent().orElseThrow());
            throw e;
        }
    }

    /** @param fresh whether what was found out before the intent still holds */
    private record Ready(TaskRow row, OutgoingRequest request, Optional<Path> part, boolean fresh) {}

    private Optional<Set<String>> baseline(String provider) throws InterruptedException {
        return trade.gateway().lists(provider) ? trade.gateway().tasks(provider) : Optional.empty();
    }

    /** Puts in where the provider is to call back; what it is called back by is on disk before it is told. */
    private UnaryOperator<OutgoingRequest> addressed(TaskRow row) {
        Optional<Callbacks> callbacks = trade.gateway().callbacks(row.task().provider());
        if (callbacks.isEmpty()) {
            return UnaryOperator.identity();
        }
        String key = CallbackKey.draw();
        trade.books().database().writeUnsynced(Hold.NOTHING, connection -> CallbackKey.keep(connection, row, key));
        return request -> callbacks.get().with(request, key);
    }

    private Next handedOver(String key, Ready ready) throws InterruptedException {
        if (ready.part().isEmpty()) {
            return unready(key, ready.row());
        }
        SubmitOutcome outcome;
        try {
            outcome = trade.gateway()
                    .submit(
                            ready.row().task().provider(),
                            ready.request(),
                            ready.part().get());
        } catch (InterruptedException e) {
            // The answer will never be known; whoever takes the step up next would find the same.
            answers.of(
                    key,
                    ready.row(),
                    new Known.Answered(
                            new SubmitOutcome.Unknown("the server was stopped in the middle of it", Optional.empty())));
            throw e;
        }
        return answers.of(key, ready.row(), new Known.Answered(outcome));
    }

    private Next unready(String key, TaskRow row) {
        try {
            Next next = answers.unready(row, "the output folder cannot be written");
            unwritten.forget(key);
            return next;
        } catch (RuntimeException e) {
            answers.neverSent(key);
            throw e;
        }
    }

    private Optional<Path> readiedPart(TaskRow row) {
        FilmFiles files = FilmFiles.of(row, trade.settings());
        try {
            FilmFiles.discardLeftovers(row);
            Files.createDirectories(trade.settings().outputDir());
            return Optional.of(files.part());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
