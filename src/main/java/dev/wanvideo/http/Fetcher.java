package dev.wanvideo.http;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Downloads single files from addresses that the guard lets through; cheap to build, threads start with the first fetch. */
public final class Fetcher implements AutoCloseable {
    private final AddressGuard guard;

    public Fetcher(AddressGuard guard) {
        this.guard = guard;
    }

    /** Resolves and judges an address without connecting to it. */
    public void check(URI uri, Duration limit) throws FetchProblem, InterruptedException {
        throw new IllegalStateException(uri + " " + limit + guard);
    }

    /** Brings one file to {@code target}, which appears only when the body arrived whole. */
    public Download fetch(URI uri, Path target, FetchLimits limits) throws FetchProblem, InterruptedException {
        throw new IllegalStateException(uri + " " + target + limits);
    }

    /** Ends the threads; running fetches fail. */
    @Override
    public void close() {}
}
