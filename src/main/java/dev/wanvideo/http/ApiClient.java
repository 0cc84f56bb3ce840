package dev.wanvideo.http;

import dev.wanvideo.http.ApiOutcome.Broken;
import dev.wanvideo.http.ApiOutcome.NotSent;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Calls provider APIs behind the address guard: each call goes out at most once, no redirect is followed, and the
 * outcome tells what was certainly not sent from what may have been acted on. Cheap to build: the clients and their
 * threads come with the first call.
 */
public final class ApiClient implements AutoCloseable {
    private static final String ENDING = "the program is ending";
    private static final String UNSPEAKABLE =
            "the call cannot be put into HTTP: its address, or a header such as the key,"
                    + " holds a line break or another character that does not belong there";

    private final AddressGuard guard;
    private final GuardedLookup lookup;
    private final Set<CompletableFuture<ApiOutcome>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private @Nullable ApiConnections connections;

    /** Reaches what the guard lets through. */
    public ApiClient(AddressGuard guard) {
        this(guard, InetAddress::getAllByName);
    }

    ApiClient(AddressGuard guard, Names names) {
        this.guard = guard;
        this.lookup = new GuardedLookup(guard, names);
    }

    /** Makes a call whose answer is text of at most 4 MB. */
    public ApiOutcome call(ApiCall call) throws InterruptedException {
        return exchange(call, new AnswerIntake(Optional.empty()));
    }

    /**
     * Makes a call that may be answered with a film; whatever else comes is text.
     *
     * @param film made for the call, and gone after it unless the outcome is {@link ApiOutcome.Saved}
     */
    public ApiOutcome call(ApiCall call, Path film, long mostBytes) throws InterruptedException {
        // The file comes first: a film that was paid for must not find out that there is no place for it.
        try (FilmFile file = FilmFile.create(film, mostBytes)) {
            ApiOutcome outcome = exchange(call, new AnswerIntake(Optional.of(file)));
            return outcome instanceof ApiOutcome.Saved ? kept(file, outcome) : outcome;
        } catch (IOException e) {
            return new NotSent(FilmFile.UNWRITABLE);
        }
    }

    private static ApiOutcome kept(FilmFile file, ApiOutcome saved) {
        try {
            file.keep();
            return saved;
        } catch (IOException e) {
            return new Broken(FilmFile.UNWRITABLE);
        }
    }

    private ApiOutcome exchange(ApiCall call, AnswerIntake intake) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Optional<String> objection = guard.objection(call.uri());
        if (objection.isPresent()) {
            return new NotSent(objection.get());
        }
        Departure departure = new Departure();
        try {
            return outcome(start(call, departure, intake), departure, call.patience());
        } catch (IllegalArgumentException e) {
            return new NotSent(UNSPEAKABLE);
        }
    }

    private ApiOutcome outcome(CompletableFuture<ApiOutcome> answer, Departure departure, Duration patience)
            throws InterruptedException {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return departure.callOff()
                    ? new NotSent("no connection came about within " + patience.toSeconds() + " seconds")
                    : new Broken("no whole answer came within " + patience.toSeconds() + " seconds");
        } catch (CancellationException e) {
            return departure.callOff() ? new NotSent(ENDING) : new Broken(ENDING);
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause(), departure);
        } finally {
            departure.callOff();
            answer.cancel(true);
            underWay.remove(answer);
        }
    }

    private static ApiOutcome failed(Throwable failure, Departure departure) {
        FetchProblem problem = Troubles.inWords(failure);
        if (departure.callOff()) {
            boolean unreadable = problem.kind() == FetchProblem.Kind.PROTOCOL;
            return new NotSent(unreadable ? "the server could not be reached" : problem.getMessage());
        }
        boolean broke = failure != problem && problem.kind() == FetchProblem.Kind.UNAVAILABLE;
        return new Broken(broke ? "the connection broke before the whole answer had come" : problem.getMessage());
    }

    private CompletableFuture<ApiOutcome> start(ApiCall call, Departure departure, AnswerIntake intake) {
        Optional<ApiConnections> open = connections();
        if (open.isEmpty()) {
            return cancelled();
        }
        CompletableFuture<ApiOutcome> answer = open.get().ask(call, departure, intake);
        underWay.add(answer);
        // Closing may have looked for calls under way just before this one was among them.
        if (closed) {
            answer.cancel(true);
        }
        return answer;
    }

    private static CompletableFuture<ApiOutcome> cancelled() {
        CompletableFuture<ApiOutcome> never = new CompletableFuture<>();
        never.cancel(true);
        return never;
    }

    private synchronized Optional<ApiConnections> connections() {
        if (connections == null && !closed) {
            connections = new ApiConnections(lookup);
        }
        return Optional.ofNullable(connections).filter(known -> !closed);
    }

    /** Ends calls under way and the threads. */
    @Override
    public void close() {
        closed = true;
        underWay.forEach(answer -> answer.cancel(true));
        lookup.close();
        synchronized (this) {
            if (connections != null) {
                connections.close();
            }
        }
    }
}
