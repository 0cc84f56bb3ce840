package dev.wanvideo.access;

import java.util.Set;

/**
 * Somebody who was let in, and what for.
 *
 * @param standing until when, for what lasts longer than the coming in
 */
public record Grant(Principal principal, Set<Scope> scopes, Standing standing) {

    /** Whoever reaches loopback where nobody is asked who they are. */
    public static final Grant LOCAL = new Grant(Principal.LOCAL, Set.of(Scope.values()), Standing.ALWAYS);

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }
}
