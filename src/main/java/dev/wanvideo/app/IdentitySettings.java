package dev.wanvideo.app;

import dev.wanvideo.access.ProtectedResource;
import dev.wanvideo.access.Trust;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How callers over HTTP are known.
 *
 * @param tokens file of the static tokens
 * @param server which authorization server is trusted; empty when none is
 * @param fault why what was said about an authorization server cannot be used; nobody is let in over HTTP then
 * @param callsPerMinute how many requests each principal may send
 */
record IdentitySettings(Path tokens, Optional<Server> server, Optional<String> fault, int callsPerMinute) {
    /** An authorization server, and what this one is to it. */
    record Server(Trust trust, ProtectedResource resource) {}
}
