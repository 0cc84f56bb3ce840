package dev.wanvideo.access;

import java.time.Clock;
import java.util.function.Supplier;

/** Knows callers by tokens that the operator gave them. */
public final class StaticTokens implements Authenticator {

    private final Supplier<TokenBook> book;
    private final Clock clock;

    /** @param book as it stands at that moment, so that a token which was revoked is refused at once */
    public StaticTokens(Supplier<TokenBook> book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Verdict verdict(String token) {
        return book.get()
                .find(token, clock.instant())
                .<Verdict>map(found -> new Verdict.Admitted(
                        new Grant(Principal.ofToken(found.name()), found.scopes(), () -> stillThere(found))))
                .orElseGet(Verdict.Unknown::new);
    }

    private boolean stillThere(StaticToken token) {
        return book.get().tokens().contains(token) && token.isValid(clock.instant());
    }
}
