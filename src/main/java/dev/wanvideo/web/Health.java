package dev.wanvideo.web;

import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.Route.Callers;
import dev.wanvideo.transport.http.RouteAnswer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says at {@code /healthz} that the process lives, and at {@code /readyz} whether it can make films: 200 with
 * {@code {"ready":true}}, or 503 with {@code {"ready":false,"parts":{"store":"unavailable"}}}.
 *
 * <p>Anybody may ask, so that a look is good for a second.
 */
public final class Health {
    private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Check> parts;
    private final LongSupplier nanos;
    private volatile boolean draining;
    private @Nullable Look latest;

    /** @param parts what must be in order, each by a word */
    public Health(Map<String, Check> parts) {
        this(parts, System::nanoTime);
    }

    Health(Map<String, Check> parts, LongSupplier nanos) {
        this.parts = new LinkedHashMap<>(parts);
        this.nanos = nanos;
    }

    /** Looks after one part. */
    @FunctionalInterface
    public interface Check {
        /** What is wrong with it, in one word for programs; empty when nothing is. */
        Optional<String> trouble();
    }

    private record Look(long at, Map<String, String> troubles) {}

    public List<Route> routes() {
        return List.of(
                Route.get("/healthz", Callers.BY_ANY_NAME, request -> RouteAnswer.json(200, "{}\n")),
                Route.get("/readyz", Callers.BY_ANY_NAME, request -> ready()));
    }

    /** From here on it is not ready, since the process is about to end. */
    public void drain() {
        draining = true;
    }

    private RouteAnswer ready() {
        Map<String, String> troubles = draining ? Map.of("server", "draining") : troubles();
        return troubles.isEmpty()
                ? RouteAnswer.json(200, "{\"ready\":true}\n")
                : RouteAnswer.json(503, "{\"ready\":false,\"parts\":" + json.writeValueAsString(troubles) + "}\n");
    }

    private synchronized Map<String, String> troubles() {
        Look look = latest;
        if (look == null || nanos.getAsLong() - look.at() >= GOOD_FOR) {
            look = new Look(nanos.getAsLong(), found());
            latest = look;
        }
        return look.troubles();
    }

    private Map<String, String> found() {
        Map<String, String> found = new LinkedHashMap<>();
        parts.forEach((name, part) -> part.trouble().ifPresent(trouble -> found.put(name, trouble)));
        return found;
    }
}
