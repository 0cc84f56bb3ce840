package dev.wanvideo.transport.http;

import dev.wanvideo.access.ProtectedResource;
import dev.wanvideo.access.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a client by {@code WWW-Authenticate} what it takes to be let in.
 *
 * <p>Rules: RFC 6750, section 3, RFC 9728, section 5.1, and
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization, read 2026-11-21.
 */
final class Challenge {

    static final String HEADER = "WWW-Authenticate";

    private final Optional<ProtectedResource> resource;

    Challenge(Optional<ProtectedResource> resource) {
        this.resource = resource;
    }

    /** To somebody who did not say who they are. */
    String anonymous() {
        return "Bearer realm=\"wan-video-mcp\"" + asking(ProtectedResource.usual());
    }

    /** To somebody whose token is no good. */
    String unknown() {
        return "Bearer error=\"invalid_token\"" + asking(ProtectedResource.usual());
    }

    /** To somebody whose token is good for less; what it is good for is asked for again, or it would be lost. */
    String insufficient(Set<Scope> granted, Scope needed) {
        Set<Scope> all = EnumSet.of(needed);
        all.addAll(granted);
        return "Bearer error=\"insufficient_scope\", scope=\"" + Scope.words(all) + "\"" + whereToAsk();
    }

    private String asking(Set<Scope> scopes) {
        return resource.isPresent() ? ", scope=\"" + Scope.words(scopes) + "\"" + whereToAsk() : "";
    }

    private String whereToAsk() {
        return resource.map(known -> ", resource_metadata=\"" + known.metadataAddress() + "\"")
                .orElse("");
    }
}
