package dev.wanvideo.access;

import java.util.Set;

/** Somebody who was let in, and what for. */
public record Grant(Principal principal, Set<Scope> scopes) {

    /** Whoever reaches loopback where nobody is asked who they are. */
    public static final Grant LOCAL = new Grant(Principal.LOCAL, Set.of(Scope.values()));

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }
}
