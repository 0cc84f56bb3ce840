package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up and lets only addresses through that the guard accepts. The JDK's lookup can hang and cannot be
 * interrupted, so it runs on threads of its own that nobody waits for longer than he wants.
 */
final class GuardedLookup implements AutoCloseable {
    private static final int THREADS = 4;

    private final AddressGuard guard;
    private final Names names;
    private final ExecutorService threads;

    GuardedLookup(AddressGuard guard, Names names) {
        this.guard = guard;
        this.names = names;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), GuardedLookup::thread);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** All addresses of the host, at least one; fails with a {@link FetchProblem} when any of them is not public. */
    CompletableFuture<List<InetAddress>> lookUp(String host) {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        try {
            threads.execute(() -> answer(host, found));
        } catch (RejectedExecutionException e) {
            found.completeExceptionally(
                    new FetchProblem(Kind.UNAVAILABLE, "no more is fetched: the program is ending"));
        }
        return found;
    }

    private void answer(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(judged(host));
        } catch (FetchProblem | RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private List<InetAddress> judged(String host) throws FetchProblem {
        List<InetAddress> addresses = addresses(host);
        Optional<String> objection = guard.exempts(host)
                ? Optional.empty()
                : addresses.stream().flatMap(a -> guard.objection(a).stream()).findFirst();
        if (objection.isPresent()) {
            throw new FetchProblem(Kind.FORBIDDEN, objection.get());
        }
        return addresses;
    }

    private List<InetAddress> addresses(String host) throws FetchProblem {
        try {
            return List.of(names.addresses(host));
        } catch (UnknownHostException e) {
            throw new FetchProblem(Kind.UNRESOLVED, "the host name " + host + " could not be resolved");
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "name-lookup");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
