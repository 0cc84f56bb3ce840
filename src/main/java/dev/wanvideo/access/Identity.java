package dev.wanvideo.access;

import java.util.Optional;

/**
 * How callers are known and held.
 *
 * @param staticTokens for tokens that begin with {@link TokenText#PREFIX}
 * @param issued for all others; empty when no authorization server is trusted
 * @param demands which scope a request takes
 * @param callsPerMinute how many requests each principal may send
 */
public record Identity(Authenticator staticTokens, Optional<Issued> issued, Demands demands, int callsPerMinute)
        implements Authenticator {

    /**
     * An authorization server that is trusted.
     *
     * @param resource what this server is to it
     */
    public record Issued(Authenticator authenticator, ProtectedResource resource) {}

    @Override
    public Verdict verdict(String token) {
        if (token.startsWith(TokenText.PREFIX)) {
            return staticTokens.verdict(token);
        }
        return issued.map(trusted -> trusted.authenticator().verdict(token)).orElseGet(Verdict.Unknown::new);
    }
}
