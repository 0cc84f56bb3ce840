package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings single files, whole or in parts, from addresses that the guard lets through. Cheap to build: the client and its threads come
 * with the first fetch.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final AddressGuard guard;
    private final GuardedLookup lookup;
    private @Nullable Connections connections;
    private boolean closed;

    public Fetcher(AddressGuard guard) {
        this(guard, InetAddress::getAllByName);
    }

    Fetcher(AddressGuard guard, Names names) {
        this.guard = guard;
        this.lookup = new GuardedLookup(guard, names);
    }

    /** Resolves and judges an address within the time limit, without connecting to it. */
    public void check(URI uri, Duration limit) throws FetchProblem, InterruptedException {
        judge(uri, "");
        String late = "the host name " + uri.getHost() + " could not be resolved in time";
        Deadline.in(limit, late).await(lookup.lookUp(HostText.canonical(uri.getHost())));
    }

    /** Brings one file to {@code target}, which appears only when the body arrived whole. */
    public Download fetch(URI uri, Path target, FetchLimits limits) throws FetchProblem, InterruptedException {
        String late = "the file did not arrive within " + limits.total().toSeconds() + " seconds";
        Deadline deadline = Deadline.in(limits.total(), late);
        judge(uri, "");
        try (BodyFile body = BodyFile.beside(target, limits.bytes())) {
            follow(uri, limits, body, deadline, () -> {});
            return body.keep(target);
        }
    }

    /** Reads at most {@code length} bytes of a remote file from an offset on, and no more of it, into memory. */
    public RangeRead read(URI uri, long from, int length, Duration limit) throws FetchProblem, InterruptedException {
        Deadline deadline = Deadline.in(limit, "the server did not answer in time");
        judge(uri, "");
        RangeBody body = new RangeBody(from, length);
        return body.read(follow(uri, FetchLimits.of(length, limit), body, deadline, () -> {}));
    }

    /**
     * Brings a file in as many attempts as it takes: what an earlier one left in {@code part} is gone on with where the
     * server still has the same file, and begun anew where it has another. When this fails, the part stays.
     *
     * @param soFar hears now and then, on this thread, how long the part is
     * @return length of the whole file
     */
    public long grow(URI uri, Path part, FetchLimits limits, LongConsumer soFar)
            throws FetchProblem, InterruptedException {
        String late = "the file did not arrive within " + limits.total().toSeconds() + " seconds";
        Deadline deadline = Deadline.in(limits.total(), late);
        judge(uri, "");
        try (PartFile body = PartFile.open(part, limits.bytes())) {
            follow(uri, limits, body, deadline, () -> soFar.accept(body.length()));
            body.checkWhole();
            soFar.accept(body.length());
            return body.length();
        }
    }

    /** Asks until the intake has what it wants; the address that gave it. */
    private URI follow(URI uri, FetchLimits limits, Intake intake, Deadline deadline, Runnable meanwhile)
            throws FetchProblem, InterruptedException {
        URI here = uri;
        for (int turns = 0; turns <= MOST_REDIRECTS; turns++) {
            Reply reply = deadline.await(connections().ask(here, limits, intake), meanwhile);
            if (reply instanceof Reply.Whole) {
                return here;
            }
            if (reply instanceof Reply.Moved moved) {
                judge(moved.to(), "it redirects to an address that may not be read: ");
                here = moved.to();
            }
        }
        throw new FetchProblem(Kind.FORBIDDEN, "it redirects more than " + MOST_REDIRECTS + " times");
    }

    private void judge(URI uri, String lead) throws FetchProblem {
        Optional<String> objection = guard.objection(uri);
        if (objection.isPresent()) {
            throw new FetchProblem(Kind.FORBIDDEN, lead + objection.get());
        }
    }

    private synchronized Connections connections() throws FetchProblem {
        if (closed) {
            throw new FetchProblem(Kind.UNAVAILABLE, "no more is fetched: the program is ending");
        }
        Connections known = connections;
        if (known == null) {
            known = new Connections(lookup);
            connections = known;
        }
        return known;
    }

    /** Ends the threads; running fetches fail. */
    @Override
    public synchronized void close() {
        closed = true;
        lookup.close();
        if (connections != null) {
            connections.close();
        }
    }
}
