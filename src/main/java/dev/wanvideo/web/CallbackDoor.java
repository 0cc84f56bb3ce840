package dev.wanvideo.web;

import dev.wanvideo.provider.CallbackCheck;
import dev.wanvideo.provider.CallbackCheck.Verdict;
import dev.wanvideo.provider.Callbacks;
import dev.wanvideo.task.Expected;
import dev.wanvideo.task.Operations;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.Route.Callers;
import dev.wanvideo.transport.http.RouteAnswer;
import dev.wanvideo.transport.http.RouteRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where providers call back about tasks of theirs, at {@code /webhooks/} and a secret that belongs to one submission. A
 * call makes this server ask the provider at once, and nothing else: no state and no address in it is believed. The id
 * of a task whose submission is unclear is where to look for it, until the provider itself bears it out.
 *
 * <p>Answers: 204 heard; 404 no such secret; 401 not signed by the provider, or minutes old; 400 no message of this
 * provider; 422 about another task; 409 come before; 429 too many; 503 the store is not open.
 */
public final class CallbackDoor {
    /** What precedes the secret in the path. */
    public static final String PATH = "/webhooks";

    private static final int MOST_BYTES = 64 * 1024;

    private final Supplier<Optional<Operations>> house;
    private final Function<String, Optional<Callbacks>> providers;
    private final Clock clock;
    private final Consumer<String> outcomes;
    private final CallbackLimits limits;

    /**
     * @param house empty while the store is not open
     * @param providers how the provider with this id calls back
     * @param outcomes told in a word what became of each call
     */
    public CallbackDoor(
            Supplier<Optional<Operations>> house,
            Function<String, Optional<Callbacks>> providers,
            Clock clock,
            Consumer<String> outcomes) {
        this.house = house;
        this.providers = providers;
        this.clock = clock;
        this.outcomes = outcomes;
        this.limits = new CallbackLimits(clock);
    }

    public Route route() {
        return new Route("POST", PATH + "/{secret}", MOST_BYTES, Callers.BY_OUR_NAME, this::answer);
    }

    private RouteAnswer answer(RouteRequest request) {
        Outcome outcome = outcome(request);
        outcomes.accept(outcome.name().toLowerCase(Locale.ROOT));
        return RouteAnswer.empty(outcome.status);
    }

    private Outcome outcome(RouteRequest request) {
        if (!limits.admits()) {
            return Outcome.TOO_MANY;
        }
        try {
            Optional<Operations> open = house.get();
            return open.isEmpty() ? Outcome.STORE_UNAVAILABLE : judged(open.get(), request);
        } catch (StoreUnavailable e) {
            return Outcome.STORE_UNAVAILABLE;
        }
    }

    private Outcome judged(Operations open, RouteRequest request) {
        Optional<Expected> expected = open.expected(request.variable());
        Optional<Callbacks> callbacks = expected.flatMap(task -> providers.apply(task.provider()));
        if (expected.isEmpty() || callbacks.isEmpty()) {
            return Outcome.UNKNOWN_SECRET;
        }
        Verdict verdict = callbacks
                .get()
                .check()
                .judge(new CallbackCheck.Call(request.headers(), request.body()), clock.instant());
        return verdict instanceof Verdict.Genuine genuine
                ? heard(open, request, expected.get(), callbacks.get().taskId(request.body()), genuine.message())
                : Outcome.FORGED;
    }

    private Outcome heard(
            Operations open,
            RouteRequest request,
            Expected expected,
            Optional<String> about,
            Optional<String> message) {
        if (about.isEmpty()) {
            return Outcome.UNREADABLE;
        }
        if (expected.providerTaskId().isPresent() && !expected.providerTaskId().equals(about)) {
            return Outcome.WRONG_TASK;
        }
        if (message.isPresent() && limits.isKnown(message.get())) {
            return Outcome.REPLAYED;
        }
        if (!limits.admits(expected.taskId())) {
            return Outcome.TOO_MANY;
        }
        if (expected.providerTaskId().isEmpty()) {
            open.hint(request.variable(), about.get());
        }
        open.hasten(expected.taskId());
        message.ifPresent(limits::remember);
        return Outcome.HEARD;
    }

    /** What became of a call. */
    private enum Outcome {
        HEARD(204),
        UNREADABLE(400),
        FORGED(401),
        UNKNOWN_SECRET(404),
        REPLAYED(409),
        WRONG_TASK(422),
        TOO_MANY(429),
        STORE_UNAVAILABLE(503);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }
    }
}
