package dev.wanvideo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.Route.Callers;
import dev.wanvideo.transport.http.RouteAnswer;
import dev.wanvideo.transport.http.RouteRequest;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Shows the {@link Metrics} at {@code /metrics}, where a token is set to those alone who send it. */
public final class MetricsDoor {
    private final Metrics metrics;
    private final Optional<String> token;

    public MetricsDoor(Metrics metrics, Optional<String> token) {
        this.metrics = metrics;
        this.token = token;
    }

    public Route route() {
        return Route.get("/metrics", token.isPresent() ? Callers.BY_ANY_NAME : Callers.OPERATORS, this::answer);
    }

    private RouteAnswer answer(RouteRequest request) {
        return welcome(request)
                ? new RouteAnswer(200, Metrics.TYPE, metrics.text(), Map.of())
                : new RouteAnswer(401, "text/plain", new byte[0], Map.of("WWW-Authenticate", "Bearer"));
    }

    private boolean welcome(RouteRequest request) {
        return token.isEmpty()
                || MessageDigest.isEqual(
                        ("Bearer " + token.get()).getBytes(UTF_8),
                        request.header("authorization").orElse("").getBytes(UTF_8));
    }
}
