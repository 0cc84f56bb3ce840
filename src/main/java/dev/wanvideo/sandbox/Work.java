package dev.wanvideo.sandbox;

import dev.wanvideo.provider.EmulatedJobs.Failure;
import dev.wanvideo.provider.EmulatedJobs.Job;
import dev.wanvideo.provider.EmulatedJobs.Order;
import dev.wanvideo.provider.EmulatedJobs.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One job. How far it is follows from the time; only its film, its cancellation and what it has caught are kept.
 */
final class Work {
    private static final String UNKNOWN_WORD = "REBALANCING";
    private static final int ALMOST = 99;

    private final String provider;
    private final String id;
    private final Order order;
    private final String body;
    private final Instant accepted;
    private final Pace pace;
    private final String filmUrl;
    private final Fate fate = new Fate();
    private final AtomicInteger polls = new AtomicInteger();
    private final AtomicBoolean served = new AtomicBoolean();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CompletableFuture<Film> film = new CompletableFuture<>();
    private final CompletableFuture<Phase> ended = new CompletableFuture<>();

    Work(Ticket ticket, Order order, String body, Pace pace, String filmUrl) {
        this.provider = ticket.provider();
        this.id = ticket.id();
        this.accepted = ticket.accepted();
        this.order = order;
        this.body = body;
        this.pace = pace;
        this.filmUrl = filmUrl;
    }

    /** Whose job it is, its id, and when it was taken on. */
    record Ticket(String provider, String id, Instant accepted) {}

    String provider() {
        return provider;
    }

    String id() {
        return id;
    }

    Order order() {
        return order;
    }

    String body() {
        return body;
    }

    Instant accepted() {
        return accepted;
    }

    Fate fate() {
        return fate;
    }

    /** When its waiting is over. */
    Instant begins() {
        return accepted.plus(pace.waiting());
    }

    /** When its time is over. */
    Instant due() {
        return accepted.plus(pace.whole());
    }

    /** Completes with its film. */
    CompletableFuture<Film> film() {
        return film;
    }

    /** Completes when it is done, failed or cancelled; never for one that shows an unknown word for ever. */
    CompletableFuture<Phase> ended() {
        return ended;
    }

    AtomicInteger polls() {
        return polls;
    }

    /** Whether this is the first time that somebody takes the film. */
    boolean firstServing() {
        return served.compareAndSet(false, true);
    }

    void cancel() {
        cancelled.set(true);
        ended.complete(Phase.CANCELLED);
    }

    boolean waits(Instant now) {
        return phase(now) == Phase.WAITING;
    }

    /** How far it is. */
    Phase phase(Instant now) {
        if (cancelled.get()) {
            return Phase.CANCELLED;
        }
        if (now.isBefore(due())) {
            return now.isBefore(accepted.plus(pace.waiting())) ? Phase.WAITING : Phase.WORKING;
        }
        if (fate.has(Fault.UNKNOWN_STATUS_FOR_EVER)) {
            return Phase.WORKING;
        }
        if (fate.has(Fault.CONTENT_AT_POLL) || film.isCompletedExceptionally()) {
            return Phase.FAILED;
        }
        return film.isDone() ? Phase.DONE : Phase.WORKING;
    }

    /** When it was done; empty unless it is. */
    Optional<Instant> done(Instant now) {
        if (phase(now) != Phase.DONE) {
            return Optional.empty();
        }
        Instant drawn = film.join().since();
        return Optional.of(drawn.isAfter(due()) ? drawn : due());
    }

    /** What the provider may tell of it. */
    Job look(Instant now) {
        Phase phase = phase(now);
        return new Job(
                id,
                phase,
                percent(phase, now),
                accepted.getEpochSecond(),
                unknownWord(phase),
                phase == Phase.DONE ? Optional.of(filmUrl) : Optional.empty(),
                phase == Phase.FAILED ? Optional.of(failure()) : Optional.empty(),
                order);
    }

    private int percent(Phase phase, Instant now) {
        return switch (phase) {
            case DONE -> 100;
            case WORKING -> worked(now);
            case WAITING, FAILED, CANCELLED -> 0;
        };
    }

    private int worked(Instant now) {
        long all = Math.max(1, pace.working().toMillis());
        long over = Duration.between(accepted.plus(pace.waiting()), now).toMillis();
        return (int) Math.min(ALMOST, Math.max(0, over * 100 / all));
    }

    private Optional<String> unknownWord(Phase phase) {
        boolean open = phase == Phase.WAITING || phase == Phase.WORKING;
        boolean shown = fate.has(Fault.UNKNOWN_STATUS) || fate.has(Fault.UNKNOWN_STATUS_FOR_EVER);
        return open && shown ? Optional.of(UNKNOWN_WORD) : Optional.empty();
    }

    private Failure failure() {
        return fate.has(Fault.CONTENT_AT_POLL)
                ? new Failure(true, "The film was withheld by the content filter.")
                : new Failure(false, "The film could not be made.");
    }
}
