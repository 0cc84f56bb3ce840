package dev.wanvideo.app;

import dev.wanvideo.access.Scope;
import dev.wanvideo.access.StaticToken;
import dev.wanvideo.access.TokenBook;
import dev.wanvideo.access.TokenText;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives out the tokens by which callers over HTTP are known, and takes them back. */
@Command(
        name = "token",
        description = "Tokens by which callers of the http server are known. Whoever bears one sees only films of"
                + " that name. The file is tokens.json in the data folder, or what WAN_VIDEO_TOKENS names.",
        mixinStandardHelpOptions = true)
final class TokenCommand {
    private static final int MOST_DAYS = 3650;

    private final PrintWriter out;
    private final Clock clock = Clock.systemUTC();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command is called
    private CommandSpec spec;

    TokenCommand(PrintWriter out) {
        this.out = out;
    }

    @Command(name = "add", description = "Makes a token and prints it, this once.", mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "Whom it is for: a-z 0-9 . _ @ -, at most 64.") String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            paramLabel = "SCOPE",
                            description = "What it is good for: read, create, admin (default: read,create).")
                    @Nullable
                    List<String> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "DAYS",
                            description = "After so many days it is not valid any more.")
                    @Nullable
                    Integer days)
            throws IOException {
        if (!StaticToken.NAME.matcher(name).matches()) {
            throw unusable("NAME has 1 to 64 of a-z 0-9 . _ @ - and begins with a letter or digit.");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw unusable("--expires is a whole number of days from 1 to " + MOST_DAYS + ".");
        }
        SecureRandom random = new SecureRandom();
        String text = TokenText.draw(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        StaticToken token = new StaticToken(
                id(random),
                name,
                scopes(scopes),
                TokenText.sha256(text),
                now,
                Optional.ofNullable(days).map(Duration::ofDays).map(now::plus));
        file().change(book -> book.with(token));
        System.err.println("Token " + token.id() + " of " + name + " (" + Scope.words(token.scopes())
                + "). It is shown this once; send it as Authorization: Bearer TOKEN.");
        out.println(text);
        return 0;
    }

    @Command(
            name = "list",
            description = "Shows what tokens there are, but none of them.",
            mixinStandardHelpOptions = true)
    int list() {
        List<StaticToken> tokens = file().get().tokens();
        if (tokens.isEmpty()) {
            out.println("There are no tokens. Make one with: wan-video-mcp token add NAME");
        }
        tokens.forEach(token -> out.println(line(token)));
        return 0;
    }

    @Command(
            name = "revoke",
            description = "Takes tokens back; a running server refuses them from then on.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "NAME|ID", description = "All tokens of a name, or the one with an id.")
                    String nameOrId)
            throws IOException {
        int before = file().get().tokens().size();
        TokenBook left = before == 0 ? TokenBook.EMPTY : file().change(book -> book.without(nameOrId));
        int revoked = before - left.tokens().size();
        if (revoked == 0) {
            System.err.println("There is no token of that name or id.");
            return 1;
        }
        out.println(revoked + (revoked == 1 ? " token is" : " tokens are") + " revoked.");
        return 0;
    }

    private String line(StaticToken token) {
        String until = token.expires()
                .map(end -> (end.isAfter(clock.instant()) ? "until " : "expired ") + end)
                .orElse("for good");
        return token.id() + "  " + token.name() + "  " + Scope.words(token.scopes()) + "  since " + token.created()
                + "  " + until;
    }

    private Set<Scope> scopes(@Nullable List<String> words) {
        if (words == null) {
            return Set.of(Scope.READ, Scope.CREATE);
        }
        Set<Scope> scopes = Scope.named(words);
        if (scopes.size() != Set.copyOf(words).size()) {
            throw unusable("--scope takes read, create and admin, with commas between.");
        }
        return scopes;
    }

    private static String id(SecureRandom random) {
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static TokenFile file() {
        return new TokenFile(SettingsReader.forProcess(new String[0]).identity().tokens());
    }

    private ParameterException unusable(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
