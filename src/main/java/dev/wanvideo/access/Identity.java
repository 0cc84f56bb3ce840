package dev.wanvideo.access;

import java.util.Optional;

/**
 * How callers are known and held.
 *
 * @param staticTokens for tokens that begin with {@link TokenText#PREFIX}
 * @param issued for all others; empty when no authorization server is trusted
 * @param demands which scope a request takes
 * @param limits how often somebody may come
 */
public record Identity(Authenticator staticTokens, Optional<Issued> issued, Demands demands, Limits limits)
        implements Authenticator {

    /**
     * An authorization server that is trusted.
     *
     * @param resource what this server is to it
     */
    public record Issued(Authenticator authenticator, ProtectedResource resource) {}

    /**
     * How often somebody may come.
     *
     * @param callsPerMinute of each principal
     * @param failuresPerMinute from each address before it is told less
     */
    public record Limits(int callsPerMinute, int failuresPerMinute) {}

    @Override
    public Verdict verdict(String token) {
        if (token.startsWith(TokenText.PREFIX)) {
            return staticTokens.verdict(token);
        }
        return issued.map(trusted -> trusted.authenticator().verdict(token)).orElseGet(Verdict.Unknown::new);
    }
}
