package dev.wanvideo.app;

import dev.wanvideo.provider.ProviderSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a person or an operator decided, read once.
 *
 * @param home data folder
 * @param output folder for films
 * @param mediaRoots folders from which local references may be read
 * @param problems settings that could not be understood, one sentence each; their defaults are in force
 */
record Settings(
        Path home,
        Path output,
        List<Path> mediaRoots,
        Set<String> allowHosts,
        Optional<BigDecimal> dailyBudgetUsd,
        ProviderSettings providers,
        Path userHome,
        List<String> problems) {
    Settings {
        mediaRoots = List.copyOf(mediaRoots);
        allowHosts = Set.copyOf(allowHosts);
        problems = List.copyOf(problems);
    }
}
