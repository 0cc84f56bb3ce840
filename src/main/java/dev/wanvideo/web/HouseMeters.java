package dev.wanvideo.web;

import dev.wanvideo.task.HouseFigures;
import dev.wanvideo.task.TaskStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What there is in the home, read once for each time that somebody asks. Every server of a home tells the same of it.
 */
final class HouseMeters {
    private final MeterRegistry registry;
    private final Supplier<Optional<HouseFigures>> house;
    private final Set<String> providers = ConcurrentHashMap.newKeySet();
    private volatile Optional<HouseFigures> latest = Optional.empty();

    HouseMeters(MeterRegistry registry, Supplier<Optional<HouseFigures>> house) {
        this.registry = registry;
        this.house = house;
        for (TaskStatus status : TaskStatus.values()) {
            Gauge.builder("wan_video.tasks", this, of(now -> now.tasks().getOrDefault(status, 0L)))
                    .description("Tasks of the home")
                    .tag("status", status.word())
                    .register(registry);
        }
        gauge("wan_video.store.up", "Whether the store could be read", meters -> meters.latest.isPresent() ? 1 : 0);
        gauge("wan_video.steps.due", "Steps that wait for a thread", of(HouseFigures::dueSteps));
        gauge(
                "wan_video.steps.lag.seconds",
                "How long the oldest of them waits",
                of(now -> now.oldestDue().toMillis() / 1000.0));
    }

    void look() {
        latest = house.get();
        latest.ifPresent(
                now -> now.money().keySet().stream().filter(providers::add).forEach(this::money));
    }

    private void money(String provider) {
        counter(
                "wan_video.quoted.usd",
                "The high ends of the prices of all orders",
                provider,
                HouseFigures.Money::quoted);
        counter(
                "wan_video.charged.usd",
                "What they came to, as far as is known",
                provider,
                HouseFigures.Money::charged);
    }

    private void counter(String name, String what, String provider, Function<HouseFigures.Money, BigDecimal> amount) {
        ToDoubleFunction<HouseMeters> now = of(figures ->
                Optional.ofNullable(figures.money().get(provider)).map(amount).orElse(BigDecimal.ZERO));
        FunctionCounter.builder(name, this, now)
                .description(what)
                .tag("provider", provider)
                .register(registry);
    }

    private void gauge(String name, String what, ToDoubleFunction<HouseMeters> value) {
        Gauge.builder(name, this, value).description(what).register(registry);
    }

    /** No number where there is none. */
    private static ToDoubleFunction<HouseMeters> of(Function<HouseFigures, Number> figure) {
        return meters -> meters.latest.map(figure).map(Number::doubleValue).orElse(Double.NaN);
    }
}
