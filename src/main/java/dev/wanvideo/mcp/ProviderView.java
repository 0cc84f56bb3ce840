package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.provider.Descriptor;
import dev.wanvideo.provider.Provider;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.StoreUnavailable;
import dev.wanvideo.task.Tenancy;
import dev.wanvideo.video.CastConstraint;
import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Resolution;
import dev.wanvideo.video.Switches;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Says what a provider is and can do. */
final class ProviderView {
    private static final long SAMPLE_SECONDS = 10;

    private final ProviderSettings settings;
    private final BiFunction<String, Resolution, Optional<Duration>> measured;

    /** @param measured how long films of a provider took here, by resolution */
    ProviderView(ProviderSettings settings, BiFunction<String, Resolution, Optional<Duration>> measured) {
        this.settings = settings;
        this.measured = measured;
    }

    /** With what was measured here; without a store there are no measurements, but still providers. */
    static ProviderView over(ProviderSettings settings, Tenancy tasks, Principal principal) {
        try {
            return new ProviderView(settings, tasks.of(principal)::usualDuration);
        } catch (StoreUnavailable e) {
            return new ProviderView(settings, (provider, resolution) -> Optional.empty());
        }
    }

    Map<String, Object> facts(Provider provider) {
        Descriptor descriptor = provider.descriptor();
        return new Facts()
                .put("id", descriptor.id())
                .put("name", descriptor.name())
                .put("configured", settings.configured(provider))
                .put("missing", settings.missing(provider))
                .put("limits", limits(descriptor))
                .put("price_usd_per_second", prices(provider))
                .put("features", descriptor.features())
                .put("typical_seconds", typicalSeconds(descriptor))
                .map();
    }

    /** The same in one line. */
    String line(Provider provider) {
        Descriptor descriptor = provider.descriptor();
        return descriptor.id() + " (" + descriptor.name() + "): "
                + settings.missing(provider).map(variable -> "set " + variable).orElse("ready")
                + ", " + price(prices(provider)) + ", about " + typicalSeconds(descriptor) + " s. Features: "
                + String.join(", ", descriptor.features()) + ". Limits: "
                + limits(descriptor).entrySet().stream()
                        .map(limit -> limit.getKey() + " " + limit.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** As measured here, else as the provider is known for. */
    long typicalSeconds(Descriptor descriptor) {
        return measured.apply(descriptor.id(), Format.DEFAULT.resolution())
                .map(time -> Math.max(1, time.toSeconds()))
                .orElse((long) descriptor.typicalSeconds());
    }

    /** {@code image}, {@code video} or {@code voice} for what a file must be, else the argument. */
    static String about(Constraint constraint) {
        return constraint instanceof CastConstraint.Media media
                ? media.kind().name().toLowerCase(Locale.ROOT)
                : constraint.field().word();
    }

    private static Map<String, String> limits(Descriptor descriptor) {
        return descriptor.constraints().stream()
                .collect(Collectors.toMap(
                        ProviderView::about,
                        Constraint::limit,
                        (one, other) -> one + ", " + other,
                        LinkedHashMap::new));
    }

    /** The high end for a film without reference clips, by resolution; empty where nobody tells. */
    private static Map<String, BigDecimal> prices(Provider provider) {
        Map<String, BigDecimal> prices = new LinkedHashMap<>();
        for (Resolution resolution : Resolution.values()) {
            provider.quote(sample(resolution), MediaFindings.NONE)
                    .highUsd()
                    .ifPresent(usd -> prices.put(resolution.word(), perSecond(usd)));
        }
        return prices;
    }

    private static BigDecimal perSecond(BigDecimal usd) {
        BigDecimal price = usd.divide(BigDecimal.valueOf(SAMPLE_SECONDS), 6, RoundingMode.HALF_UP);
        return new BigDecimal(price.stripTrailingZeros().toPlainString());
    }

    private static ReferenceVideoRequest sample(Resolution resolution) {
        return new ReferenceVideoRequest(
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                new Format(Format.DEFAULT.aspectRatio(), resolution, SAMPLE_SECONDS),
                Optional.empty(),
                Switches.UNSAID);
    }

    /** What a second of film costs, in words. */
    String price(Provider provider) {
        return price(prices(provider));
    }

    private static String price(Map<String, BigDecimal> prices) {
        if (prices.isEmpty()) {
            return "price unknown";
        }
        return prices.values().stream().allMatch(usd -> usd.signum() == 0)
                ? "free"
                : prices.entrySet().stream()
                        .map(price -> price.getValue().toPlainString() + " USD/s at " + price.getKey())
                        .collect(Collectors.joining(", "));
    }
}
