package dev.wanvideo.app;

import dev.wanvideo.provider.ProviderSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a person or an operator decided, read once.
 *
 * @param allowHosts hosts exempt from the https and private-address rules
 * @param pollGap a fixed time between two looks at a provider's task; empty for the usual rhythm
 * @param problems settings that could not be understood, one sentence each; their defaults are in force
 */
record Settings(
        Folders folders,
        Set<String> allowHosts,
        Optional<BigDecimal> dailyBudgetUsd,
        ProviderSettings providers,
        Optional<Duration> pollGap,
        String logLevel,
        List<String> problems) {
    Settings {
        allowHosts = Set.copyOf(allowHosts);
        problems = List.copyOf(problems);
    }
}
