package dev.wanvideo.transport.http;

import dev.wanvideo.access.BearerToken;
import dev.wanvideo.access.Grant;
import dev.wanvideo.access.Identity;
import dev.wanvideo.access.ProtectedResource;
import dev.wanvideo.access.RateLimit;
import dev.wanvideo.access.Scope;
import dev.wanvideo.access.Verdict;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.CallPool;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Asks who sends a request, whether they may, and how often they do. Where there is no identity, nobody is asked. */
final class Doorkeeper {

    private static final int THREADS = 8;
    private static final int MOST_WAITING = 512;
    private static final int MOST_PRINCIPALS = 10_000;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Identity.Limits NOBODY = new Identity.Limits(1, 1);

    private final Optional<Identity> identity;
    private final Challenge challenge;
    private final RateLimit calls;
    private final RateLimit failures;
    private final CallPool threads = new CallPool(THREADS);
    private final AtomicInteger waiting = new AtomicInteger();
    private final StreamWatch streams = new StreamWatch();

    Doorkeeper(Optional<Identity> identity) {
        this.identity = identity;
        this.challenge = new Challenge(resource(identity));
        Identity.Limits limits = identity.map(Identity::limits).orElse(NOBODY);
        this.calls = new RateLimit(limits.callsPerMinute(), MOST_PRINCIPALS, System::nanoTime);
        this.failures = new RateLimit(limits.failuresPerMinute(), MOST_ADDRESSES, System::nanoTime);
    }

    static Optional<ProtectedResource> resource(Optional<Identity> identity) {
        return identity.flatMap(Identity::issued).map(Identity.Issued::resource);
    }

    /** The reply of the next door when the sender is known, else why not. */
    Mono<Reply> admit(HttpServerRequest request, Function<Grant, Mono<Reply>> next) {
        if (identity.isEmpty()) {
            return next.apply(Grant.LOCAL);
        }
        BearerToken bearer =
                BearerToken.read(request.requestHeaders().getAll(HttpHeaderNames.AUTHORIZATION), query(request.uri()));
        if (bearer instanceof BearerToken.Malformed malformed) {
            return Mono.just(failed(request, Refusal.of(400, malformed.why()).closing()));
        }
        if (bearer instanceof BearerToken.Given given) {
            return verdict(identity.get(), given.token())
                    .flatMap(verdict -> verdict instanceof Verdict.Admitted admitted
                            ? counted(admitted.grant(), next)
                            : Mono.just(refused(request, verdict)));
        }
        return Mono.just(failed(
                request,
                Refusal.of(401, "This server asks who you are: send Authorization: Bearer TOKEN")
                        .closing()
                        .with(Challenge.HEADER, challenge.anonymous())));
    }

    /** Why the scope is missing for what is asked, null when it is not. */
    @Nullable
    Reply missing(Grant grant, Scope needed, @Nullable String id) {
        return grant.allows(needed)
                ? null
                : Refusal.of(403, "This token is not good for that: it takes the scope " + needed.word())
                        .reply(id)
                        .with(Challenge.HEADER, challenge.insufficient(grant.scopes(), needed));
    }

    /** The scope that a message takes, null when it takes none. */
    @Nullable
    Reply missing(Post post) {
        Scope needed = identity.map(known -> known.demands().of(post.method(), post.param("name")))
                .orElse(null);
        return needed == null ? null : missing(post.grant(), needed, post.id());
    }

    /** Ends streams whose clients would not be let in any more. */
    void endStreams() {
        streams.look();
    }

    void close() {
        threads.shutdownNow();
    }

    /** Away from the threads that serve connections, since keys may have to be fetched. */
    private Mono<Verdict> verdict(Identity known, String token) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Mono.just(new Verdict.Undecided());
        }
        return Mono.fromFuture(
                CompletableFuture.supplyAsync(() -> known.verdict(token), threads)
                        .whenComplete((verdict, failure) -> waiting.decrementAndGet()),
                true);
    }

    private Mono<Reply> counted(Grant grant, Function<Grant, Mono<Reply>> next) {
        Duration wait = calls.take(grant.principal().name());
        return wait.isZero()
                ? next.apply(grant).map(reply -> streams.watched(grant, reply))
                : Mono.just(tooMany("Too many requests in a minute", wait));
    }

    private Reply refused(HttpServerRequest request, Verdict verdict) {
        if (verdict instanceof Verdict.Undecided) {
            return new Refusal(503, Answer.INTERNAL_ERROR, "Whose token this is cannot be told now; try again")
                    .closing()
                    .with("Retry-After", "10");
        }
        return failed(
                request,
                Refusal.of(401, "This token is not valid here, or not any more")
                        .closing()
                        .with(Challenge.HEADER, challenge.unknown()));
    }

    /** Whoever fails too often hears no more why; a good token is let in from everywhere, also from behind a proxy. */
    private Reply failed(HttpServerRequest request, Reply refusal) {
        Duration wait = failures.take(Neighbourhood.of(request.remoteAddress()));
        return wait.isZero() ? refusal : tooMany("Too many requests without a valid token", wait);
    }

    private static Reply tooMany(String why, Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return new Refusal(429, Answer.INTERNAL_ERROR, why + "; try again in " + seconds + " s")
                .closing()
                .with("Retry-After", String.valueOf(seconds));
    }

    private static String query(String target) {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }
}
