package dev.wanvideo.transport.http;

import dev.wanvideo.access.Identity;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens and for whom.
 *
 * @param host name or address of an interface
 * @param port 0 for any that is free
 * @param allowedHosts names under which clients may address the server besides those of loopback
 * @param allowedOrigins origins of web pages that may use the server, e.g. {@code https://app.example.com}; pages of
 *     this machine are let through as well, but not told the answers
 * @param identity how callers are known; empty when nobody is asked, which only loopback is for
 */
public record HttpSettings(
        String host,
        int port,
        Set<String> allowedHosts,
        Set<String> allowedOrigins,
        Patience patience,
        Room room,
        Optional<Identity> identity) {

    public HttpSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** Where nobody is asked who they are. */
    public HttpSettings(
            String host, int port, Set<String> allowedHosts, Set<String> allowedOrigins, Patience patience, Room room) {
        this(host, port, allowedHosts, allowedOrigins, patience, room, Optional.empty());
    }

    /** On loopback, for programs of this machine alone. */
    public static HttpSettings onLoopback(int port) {
        return new HttpSettings("127.0.0.1", port, Set.of(), Set.of(), Patience.USUAL, Room.USUAL);
    }
}
