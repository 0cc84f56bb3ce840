package dev.wanvideo.transport.http;

import java.util.Set;

/**
 * Where a server listens and for whom.
 *
 * @param host name or address of an interface
 * @param port 0 for any that is free
 * @param allowedHosts names under which clients may address the server besides those of loopback
 * @param allowedOrigins origins of web pages that may use the server, e.g. {@code https://app.example.com}; pages of
 *     this machine are let through as well, but not told the answers
 */
public record HttpSettings(
        String host, int port, Set<String> allowedHosts, Set<String> allowedOrigins, Patience patience, Room room) {

    public HttpSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** On loopback, for programs of this machine alone. */
    public static HttpSettings onLoopback(int port) {
        return new HttpSettings("127.0.0.1", port, Set.of(), Set.of(), Patience.USUAL, Room.USUAL);
    }
}
