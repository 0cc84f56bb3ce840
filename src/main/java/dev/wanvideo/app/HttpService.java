package dev.wanvideo.app;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.task.Operations;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.RequestWatch;
import dev.wanvideo.transport.http.Route;
import dev.wanvideo.transport.http.RouteServer;
import dev.wanvideo.transport.http.StreamableServer;
import dev.wanvideo.web.CallbackDoor;
import dev.wanvideo.web.Health;
import dev.wanvideo.web.Metrics;
import dev.wanvideo.web.MetricsDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server of many clients with what its operator needs, from start to end. */
final class HttpService implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration LOOK_FOR_NEWS = Duration.ofSeconds(1);

    private final Assembly assembly;
    private final ServerCore core;
    private final Health health;
    private final Optional<Metrics> metrics;
    private final Optional<Notifying> notifying;
    private final Optional<CallbackDoor> callbacks;
    private @Nullable StreamableServer server;
    private @Nullable RouteServer operators;

    /** @param metered whether somebody reads metrics */
    HttpService(Settings settings, boolean metered) {
        this(settings, metered, Catalogue.load());
    }

    HttpService(Settings settings, boolean metered, Catalogue catalogue) {
        this.metrics = metered ? Optional.of(new Metrics(() -> read(Operations::figures))) : Optional.empty();
        this.assembly = new Assembly(settings, catalogue, this::metered);
        this.core = new ServerCore(assembly);
        this.notifying = settings.network()
                .serving()
                .receiver()
                .map(receiver -> Notifying.of(receiver, settings, assembly, this::noticed));
        this.callbacks = settings.network()
                .serving()
                .publicUrl()
                .map(url -> new CallbackDoor(
                        assembly::operations, assembly::callbacks, Clock.systemUTC(), this::calledBack));
        Map<String, Health.Check> parts = new LinkedHashMap<>();
        parts.put("store", this::storeTrouble);
        parts.put("output", () -> trouble(Operations::requireOutput, "not_writable"));
        this.health = new Health(parts);
    }

    private List<Route> routes() {
        Stream<Route> doors = callbacks.stream().map(CallbackDoor::route);
        return Stream.concat(health.routes().stream(), doors).toList();
    }

    private void calledBack(String outcome) {
        metrics.ifPresent(meters -> meters.count("callbacks", outcome));
    }

    private void noticed(String outcome) {
        metrics.ifPresent(meters -> meters.count("notices", outcome));
    }

    private ProviderGateway metered(ProviderGateway gateway) {
        return metrics.map(meters -> meters.metered(gateway)).orElse(gateway);
    }

    /** Listens for clients when this returns. */
    void serve(HttpSettings where) throws IOException {
        RequestWatch watch = metrics.<RequestWatch>map(Function.identity()).orElse(RequestWatch.NONE);
        StreamableServer started = StreamableServer.start(
                where,
                StdioProcess.prepared(),
                core::applyStreamable,
                new StreamableServer.Surroundings(routes(), watch));
        metrics.ifPresent(meters -> meters.watch(started::load));
        server = started;
        notifying.ifPresent(news -> news.notifier().start(LOOK_FOR_NEWS));
    }

    /**
     * Listens for operators when this returns.
     *
     * @throws IllegalArgumentException when other machines could ask and nobody would be asked who they are
     */
    void serveOperators(HttpSettings where, Optional<String> token) throws IOException {
        if (!InetAddress.getByName(where.host()).isLoopbackAddress()
                && token.isEmpty()
                && where.identity().isEmpty()) {
            throw new IllegalArgumentException(
                    "Metrics tell what is spent: set " + SettingNames.METRICS_TOKEN
                            + ", or give out a token with the scope admin, before other machines may ask for them, or leave --metrics-host at 127.0.0.1.");
        }
        List<Route> routes = Stream.concat(
                        health.routes().stream(),
                        metrics.stream().map(meters -> new MetricsDoor(meters, token).route()))
                .toList();
        operators = RouteServer.start(where, routes);
    }

    URI address() {
        StreamableServer started = server;
        if (started == null) {
            throw new IllegalStateException("it does not serve yet");
        }
        return started.address();
    }

    int operatorsPort() {
        RouteServer started = operators;
        return started == null ? 0 : started.port();
    }

    /** From here on it tells that it is not ready. */
    void drain() {
        health.drain();
    }

    @Override
    public void close() {
        drain();
        StreamableServer serving = server;
        if (serving != null) {
            serving.close(DRAIN);
        }
        notifying.ifPresent(Notifying::close);
        core.run();
        RouteServer telling = operators;
        if (telling != null) {
            telling.close();
        }
        metrics.ifPresent(Metrics::close);
    }

    private Optional<String> storeTrouble() {
        if (assembly.operations().isEmpty()) {
            assembly.openStoreBehind();
            return Optional.of("not_open");
        }
        return trouble(Operations::requireStore, "unavailable");
    }

    private Optional<String> trouble(Consumer<Operations> check, String word) {
        try {
            assembly.operations().ifPresent(check);
            return Optional.empty();
        } catch (StoreUnavailable e) {
            return Optional.of(word);
        }
    }

    private <T> Optional<T> read(Function<Operations, T> question) {
        try {
            return assembly.operations().map(question);
        } catch (StoreUnavailable e) {
            return Optional.empty();
        }
    }
}
