package dev.wanvideo.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token that the operator gave somebody, as far as it is kept: nobody can find it out from this.
 *
 * @param id by which it is told from others of the same name
 * @param name of whom it was given to; several tokens of one name are one principal
 * @param sha256 of the token, hex
 * @param expires empty for never
 */
public record StaticToken(
        String id, String name, Set<Scope> scopes, String sha256, Instant created, Optional<Instant> expires) {

    /** What a name may be. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    public StaticToken {
        scopes = Set.copyOf(scopes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a name has 1 to 64 of a-z 0-9 . _ @ - and begins with a letter or digit");
        }
    }

    boolean isValid(Instant now) {
        return expires.isEmpty() || now.isBefore(expires.get());
    }
}
