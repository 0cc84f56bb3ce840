package dev.wanvideo.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.provider.ProviderGateway;
import dev.wanvideo.task.HouseFigures;
import dev.wanvideo.transport.http.RequestWatch;
import dev.wanvideo.transport.http.StreamableServer.Load;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * What this process and its home do, in numbers for Prometheus. Every label is one of a few words of our own: status,
 * provider, kind of call, outcome, path, HTTP status.
 */
public final class Metrics implements RequestWatch, AutoCloseable {
    /** The format of the answer. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final List<MeterBinder> JVM = List.of(
            new ClassLoaderMetrics(),
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new UptimeMetrics());
    private static final Duration[] CALL_STEPS = millis(100, 500, 1_000, 5_000, 20_000, 60_000, 300_000);
    private static final Duration[] REQUEST_STEPS = millis(10, 50, 250, 1_000, 5_000, 45_000);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final HouseMeters house;

    /** @param house what there is in the home; empty while nobody can tell */
    public Metrics(Supplier<Optional<HouseFigures>> house) {
        this.house = new HouseMeters(registry, house);
        JVM.forEach(binder -> binder.bindTo(registry));
        collections.bindTo(registry);
    }

    /** Counts what goes on over HTTP as well. */
    public void watch(Supplier<Load> load) {
        registry.gauge("wan_video.sessions", load, now -> now.get().sessions());
        registry.gauge("wan_video.calls", load, now -> now.get().calls());
        registry.gauge("wan_video.listeners", load, now -> now.get().listeners());
    }

    /** The same gateway, with its calls counted and timed. */
    public ProviderGateway metered(ProviderGateway gateway) {
        return new MeteredGateway(gateway, this::called);
    }

    /** One more of the events of this kind, e.g. notices that were delivered. */
    public void count(String name, String outcome) {
        registry.counter("wan_video." + name, "outcome", outcome).increment();
    }

    private void called(String provider, String kind, String outcome, Duration time) {
        Timer.builder("wan_video.provider.calls")
                .description("Calls to providers, by what came of them")
                .tags("provider", provider, "kind", kind, "outcome", outcome)
                .serviceLevelObjectives(CALL_STEPS)
                .register(registry)
                .record(time);
    }

    @Override
    public void answered(String path, int status, Duration took) {
        Timer.builder("wan_video.http.requests")
                .description("Requests over HTTP, until the answer or its stream began")
                .tags("path", path, "status", String.valueOf(status))
                .serviceLevelObjectives(REQUEST_STEPS)
                .register(registry)
                .record(took);
    }

    /** All of it, as of now. */
    byte[] text() {
        house.look();
        return registry.scrape().getBytes(UTF_8);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static Duration[] millis(long... steps) {
        return LongStream.of(steps).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
