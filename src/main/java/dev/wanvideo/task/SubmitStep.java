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
    private final LongSupplier nanos;

    /** @param nanos a clock that nobody sets */
    SubmitStep(RemoteTrade trade, Intent intent, SubmitAnswer answers, LongSupplier nanos) {
        this.trade = trade;
        this.intent = intent;
        this.answers = answers;
        this.nanos = nanos;
    }

    Next drive(TaskRow row) throws InterruptedException {
        if (!trade.submissions().tryAcquire()) {
            return RemoteTrade.NO_PLACE;
        }
        try {
            Duration wait = trade.gateway().reserve(row.task().provider(), ProviderGateway.Kind.SUBMIT);
            return wait.isZero() ? submitted(row) : RemoteTrade.inLine(wait);
        } finally {
            trade.submissions().release();
        }
    }

    private Next submitted(TaskRow row) throws InterruptedException {
        Optional<Set<String>> baseline = baseline(row.task().provider());
        UnaryOperator<OutgoingRequest> addressed = addressed(row);
        Path place = FilmFiles.place(row, trade.settings());
        long nanosBefore = nanos.getAsLong();
        Instant before = trade.books().clock().instant();
        Optional<TaskRow> begun = intent.declare(row.id(), Optional.of(place), baseline);
        if (begun.isEmpty()) {
            return RemoteTrade.MOVED_BY_ANOTHER;
        }
        boolean fresh = nanos.getAsLong() - nanosBefore <= FRESH.toNanos()
                && trade.books().since(before).compareTo(FRESH) <= 0
                && trade.books().now(begun.get()).status() == TaskStatus.SUBMITTING;
        return fresh ? answered(begun.get(), addressed) : answers.tooLate(begun.get());
    }

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

    private Next answered(TaskRow row, UnaryOperator<OutgoingRequest> addressed) throws InterruptedException {
        Optional<Path> part = readiedPart(row);
        if (part.isEmpty()) {
            return answers.unready(row, "the output folder cannot be written");
        }
        try {
            return answers.of(
                    row, trade.gateway().submit(row.task().provider(), addressed.apply(row.outgoing()), part.get()));
        } catch (InterruptedException e) {
            // The answer will never be known; whoever takes the step up next would find the same.
            answers.of(row, new SubmitOutcome.Unknown("the server was stopped in the middle of it", Optional.empty()));
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
