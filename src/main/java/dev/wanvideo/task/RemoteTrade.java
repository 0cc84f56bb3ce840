package dev.wanvideo.task;

import dev.wanvideo.provider.ProviderGateway;
import java.time.Duration;

/**
 * What the steps of films that are made elsewhere work with.
 *
 * @param calls the threads that may be interrupted when the process stops
 * @param submissions places for calls that may take minutes; there are more threads than places, so that looks at other
 *     films go on meanwhile
 * @param downloads the same for downloads
 * @param uploads the same for uploads
 */
record RemoteTrade(
        Books books,
        ProviderGateway gateway,
        Renders calls,
        Places submissions,
        Places downloads,
        Places uploads,
        TaskSettings settings) {
    /** Another owner moved the row; only the row tells how it goes on. */
    static final Next MOVED_BY_ANOTHER = new Next.Again(Duration.ofSeconds(1));

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    static RemoteTrade of(Books books, ProviderGateway gateway, Renders calls, TaskSettings settings) {
        int threads = settings.pace().remoteThreads();
        return new RemoteTrade(
                books, gateway, calls, places(threads / 2), places(threads / 4), places(threads / 4), settings);
    }

    private static Places places(int count) {
        return new Places(Math.max(1, count), System::nanoTime);
    }

    /** The wait that a full line asks for, at least long enough not to spin. */
    static Next inLine(Duration wait) {
        return new Next.Again(wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }
}
