package dev.wanvideo.transport.http;

import dev.wanvideo.access.Scope;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.CallPool;
import dev.wanvideo.transport.http.Route.Callers;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** The way to what is served beside {@code /mcp}. */
final class SideDoor {

    private static final int THREADS = 8;
    private static final int MOST_WAITING = 64;

    private final List<Route> routes;
    private final Porter porter;
    private final Doorkeeper doorkeeper;
    private final Duration patience;
    private final CallPool threads = new CallPool(THREADS);
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param patience for the body of a request to arrive */
    SideDoor(List<Route> routes, Porter porter, Doorkeeper doorkeeper, Duration patience) {
        this.routes = List.copyOf(routes);
        this.porter = porter;
        this.doorkeeper = doorkeeper;
        this.patience = patience;
    }

    /** The path as the operator counts it, null when nothing is served there. */
    @Nullable
    String named(String path) {
        return at(path).stream().map(Route::path).findFirst().orElse(null);
    }

    Mono<Reply> reply(HttpServerRequest request, String path) {
        List<Route> here = at(path);
        Refusal refusal = here.stream().allMatch(route -> route.callers() == Callers.BY_ANY_NAME)
                ? null
                : porter.check(request.requestHeaders());
        if (refusal != null) {
            return Mono.just(refusal.closing());
        }
        String method = request.method().name();
        return here.stream()
                .filter(route -> route.takes(method))
                .findFirst()
                .map(route -> admitted(route, request, path))
                .orElseGet(() -> Mono.just(otherwise(method, here)));
    }

    void close() {
        threads.shutdownNow();
    }

    private List<Route> at(String path) {
        return routes.stream().filter(route -> route.variable(path) != null).toList();
    }

    private Mono<Reply> admitted(Route route, HttpServerRequest request, String path) {
        if (route.callers() != Callers.OPERATORS) {
            return answer(route, request, path);
        }
        return doorkeeper.admit(request, grant -> {
            Reply missing = doorkeeper.missing(grant, Scope.ADMIN, null);
            return missing == null ? answer(route, request, path) : Mono.just(missing);
        });
    }

    private Mono<Reply> answer(Route route, HttpServerRequest request, String path) {
        String variable = String.valueOf(route.variable(path));
        Map<String, List<String>> headers = headers(request.requestHeaders());
        return new Bodies(route.mostBytes(), patience)
                .of(request)
                .flatMap(body -> begin(route, new RouteRequest(variable, headers, body)));
    }

    private Mono<Reply> begin(Route route, RouteRequest request) {
        if (threads.isShutdown()) {
            return Mono.just(new Refusal(503, Answer.INTERNAL_ERROR, "The server is stopping").reply());
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Mono.just(new Refusal(503, Answer.INTERNAL_ERROR, "Too many requests at once; try again").reply());
        }
        CompletableFuture<Reply> answer = CompletableFuture.supplyAsync(
                        () -> Reply.of(route.handler().handle(request)), threads)
                .whenComplete((reply, failure) -> waiting.decrementAndGet());
        return Mono.fromFuture(answer, true);
    }

    /** Browsers ask by OPTIONS first; {@link CrossOrigin} says the rest. */
    private static Reply otherwise(String method, List<Route> here) {
        String methods = here.stream().map(Route::method).collect(Collectors.joining(", ")) + ", OPTIONS";
        Reply reply = method.equals("OPTIONS") ? Reply.empty(204) : Refusal.NO_SUCH_METHOD.closing();
        return reply.with(HttpHeaderNames.ALLOW.toString(), methods);
    }

    private static Map<String, List<String>> headers(HttpHeaders headers) {
        Function<Map.Entry<String, String>, String> name =
                header -> header.getKey().toLowerCase(Locale.ROOT);
        Map<String, List<String>> byName = new LinkedHashMap<>();
        headers.forEach(header -> byName.computeIfAbsent(name.apply(header), unused -> new ArrayList<>())
                .add(header.getValue()));
        return byName;
    }
}
