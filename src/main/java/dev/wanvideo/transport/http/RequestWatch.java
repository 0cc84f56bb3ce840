package dev.wanvideo.transport.http;

import java.time.Duration;

/** Is told of every request that was answered; it must not block. */
@FunctionalInterface
public interface RequestWatch {

    /** For those who do not look. */
    RequestWatch NONE = (path, status, took) -> {};

    /**
     * @param path {@code /mcp}, that of a {@link Route} with its variable unfilled, or {@code other}
     * @param took until the answer was ready to be written; a stream's until it began
     */
    void answered(String path, int status, Duration took);
}
