package dev.wanvideo.http;

import java.time.Duration;

/**
 * What one download may cost.
 *
 * @param bytes the largest body that is kept
 * @param total from the first name lookup to the last byte, redirects included
 * @param connect for each connection
 */
public record FetchLimits(long bytes, Duration total, Duration connect) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Limits with the usual time to connect. */
    public static FetchLimits of(long bytes, Duration total) {
        return new FetchLimits(bytes, total, CONNECT);
    }
}
