package dev.wanvideo.transport.http;

import dev.wanvideo.access.Grant;
import dev.wanvideo.access.Identity;
import dev.wanvideo.access.Principal;
import dev.wanvideo.access.Scope;
import dev.wanvideo.access.TokenText;
import dev.wanvideo.access.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Callers with tokens that a test gives and takes away. */
final class KnownCallers {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final Set<String> valid = ConcurrentHashMap.newKeySet();

    /** @return a token; those that differ behind a dash alone are of one principal */
    String give(String name) {
        String token = TokenText.PREFIX + name;
        valid.add(token);
        return token;
    }

    void revoke(String token) {
        valid.remove(token);
    }

    private Verdict verdict(String token) {
        return valid.contains(token)
                ? new Verdict.Admitted(new Grant(
                        new Principal(token.replaceFirst("-.*", "")),
                        Set.of(Scope.values()),
                        () -> valid.contains(token)))
                : new Verdict.Unknown();
    }

    /** A server that knows them, whose answers become streams at once. */
    HttpWire wire(Room room) {
        Identity identity =
                new Identity(this::verdict, Optional.empty(), (method, name) -> null, new Identity.Limits(1000, 1000));
        return new HttpWire(new HttpSettings(
                "127.0.0.1",
                0,
                Set.of(),
                Set.of(),
                new Patience(LONG, LONG, LONG, LONG, Duration.ZERO, LONG, LONG),
                room,
                Optional.of(identity)));
    }
}
