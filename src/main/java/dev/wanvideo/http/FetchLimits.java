package dev.wanvideo.http;

import java.time.Duration;

/**
 * What one download may cost.
 *
 * @param bytes the largest body that is kept
 * @param total from the first name lookup to the last byte, redirects included
 * @param connect for each connection
 * @param silence for which a server may send nothing
 */
public record FetchLimits(long bytes, Duration total, Duration connect, Duration silence) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Limits with the usual time to connect, and silence allowed as long as the whole may take. */
    public static FetchLimits of(long bytes, Duration total) {
        return new FetchLimits(bytes, total, CONNECT, total.plus(CONNECT));
    }

    /** The same with less patience for a server that sends nothing. */
    public FetchLimits silentFor(Duration longest) {
        return new FetchLimits(bytes, total, connect, longest);
    }
}
