package dev.wanvideo.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider tells of a task beside its state.
 *
 * @param status the provider's own word
 * @param percent done, 0-100
 * @param etaSeconds left
 * @param chargedUsd what it says it took
 * @param details JSON values worth keeping, e.g. {@code model}, {@code credits_used}; never a key
 */
public record ProviderReport(
        Optional<String> status,
        Optional<Integer> percent,
        Optional<Integer> etaSeconds,
        Optional<BigDecimal> chargedUsd,
        Map<String, Object> details) {
    /** Nothing told. */
    public static final ProviderReport NONE =
            new ProviderReport(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public ProviderReport {
        details = Map.copyOf(details);
    }

    /** A status word and nothing else. */
    public static ProviderReport of(String status) {
        return new ProviderReport(Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
