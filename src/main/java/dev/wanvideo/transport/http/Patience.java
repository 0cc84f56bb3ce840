package dev.wanvideo.transport.http;

import java.time.Duration;

/**
 * How long the server waits for clients.
 *
 * @param head for the line and headers of a request to arrive, from their first byte
 * @param body for the body of a request to arrive
 * @param idle for the next request on a connection
 * @param write for a client to take one piece of an answer
 * @param quiet how long a call may take before its answer becomes a stream, which shows that the server lives
 * @param heartbeat between two signs of life on a stream
 * @param session how long a session rests before it is forgotten
 */
public record Patience(
        Duration head,
        Duration body,
        Duration idle,
        Duration write,
        Duration quiet,
        Duration heartbeat,
        Duration session) {

    /** What suits clients on networks of today. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(75),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(15),
            Duration.ofMinutes(30));
}
