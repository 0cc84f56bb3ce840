package dev.wanvideo.mcp;

import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tasks;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the tools work with.
 *
 * @param tasks may block while the store opens, and may throw {@link dev.wanvideo.task.StoreUnavailable}
 * @param budgetLeftUsd what is left of today's budget; empty when there is none
 * @param random draws the seeds that callers leave out
 */
public record Studio(
        Supplier<Tasks> tasks,
        Planner planner,
        Catalogue catalogue,
        ProviderSettings settings,
        ReferenceFiles references,
        Supplier<Optional<BigDecimal>> budgetLeftUsd,
        RandomGenerator random) {}
