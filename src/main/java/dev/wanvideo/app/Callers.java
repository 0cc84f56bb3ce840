package dev.wanvideo.app;

import dev.wanvideo.access.Identity;
import dev.wanvideo.access.IssuedTokens;
import dev.wanvideo.access.StaticTokens;
import dev.wanvideo.http.AddressGuard;
import dev.wanvideo.http.ApiCall;
import dev.wanvideo.http.ApiClient;
import dev.wanvideo.http.ApiOutcome;
import dev.wanvideo.mcp.ScopeDemands;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the http server knows its callers; what has to be fetched for it goes through a door of its own. */
final class Callers implements AutoCloseable {
    private static final int FAILURES_PER_MINUTE = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final IdentitySettings settings;
    private final TokenFile tokens;
    private final ApiClient keys;

    Callers(IdentitySettings settings) {
        this.settings = settings;
        this.tokens = new TokenFile(settings.tokens());
        this.keys = new ApiClient(new AddressGuard(hosts(settings)));
    }

    /**
     * In force as soon as anybody was given a token, or an authorization server is named.
     *
     * @throws IllegalArgumentException when what was said about identity cannot be used
     */
    Optional<Identity> identity() {
        settings.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        if (!tokens.exists() && settings.server().isEmpty()) {
            return Optional.empty();
        }
        if (settings.server().isEmpty()
                && !tokens.get().admitsSomebody(Clock.systemUTC().instant())) {
            throw new IllegalArgumentException("No token is valid, so that nobody could come in: make one with"
                    + " wan-video-mcp token add NAME, or remove " + settings.tokens() + " to ask nobody who they are.");
        }
        return Optional.of(new Identity(
                new StaticTokens(tokens, Clock.systemUTC()),
                settings.server()
                        .map(server -> new Identity.Issued(
                                new IssuedTokens(server.trust(), this::fetch, Clock.systemUTC(), System::nanoTime),
                                server.resource())),
                new ScopeDemands(),
                new Identity.Limits(settings.callsPerMinute(), FAILURES_PER_MINUTE)));
    }

    /** The operator named these hosts, so that they may also be in an inner network. */
    private static Set<String> hosts(IdentitySettings settings) {
        return settings.server().stream()
                .flatMap(server ->
                        Stream.concat(Stream.of(URI.create(server.trust().issuer())), server.trust().keys().stream()))
                .map(URI::getHost)
                .collect(Collectors.toSet());
    }

    private String fetch(URI address) throws IOException {
        try {
            ApiOutcome outcome = keys.call(
                    new ApiCall("GET", address, Map.of("Accept", "application/json"), Optional.empty(), PATIENCE));
            if (outcome instanceof ApiOutcome.Answered answered
                    && answered.reply().status() == 200) {
                return answered.reply().text();
            }
            throw new IOException("no document came from " + address.getHost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
