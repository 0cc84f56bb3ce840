package dev.wanvideo.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All static tokens there are, in the order in which they were given. */
public record TokenBook(List<StaticToken> tokens) {

    public static final TokenBook EMPTY = new TokenBook(List.of());

    public TokenBook {
        tokens = List.copyOf(tokens);
    }

    public TokenBook with(StaticToken token) {
        return new TokenBook(Stream.concat(tokens.stream(), Stream.of(token)).toList());
    }

    /** Without those of this name or id. */
    public TokenBook without(String nameOrId) {
        return new TokenBook(tokens.stream()
                .filter(token -> !token.name().equals(nameOrId) && !token.id().equals(nameOrId))
                .toList());
    }

    /** Whether anybody could come in. */
    public boolean admitsSomebody(Instant now) {
        return tokens.stream().anyMatch(token -> token.isValid(now));
    }

    /** The valid one with this text. Takes as long whichever it is. */
    Optional<StaticToken> find(String text, Instant now) {
        byte[] wanted = TokenText.sha256(text).getBytes(US_ASCII);
        Optional<StaticToken> found = Optional.empty();
        for (StaticToken token : tokens) {
            if (MessageDigest.isEqual(wanted, token.sha256().getBytes(US_ASCII))) {
                found = Optional.of(token);
            }
        }
        return found.filter(token -> token.isValid(now));
    }
}
