package dev.wanvideo.mcp;

import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tenancy;
import java.util.random.RandomGenerator;

/**
 * What the tools work with.
 *
 * @param tasks may block while the store opens, and may throw {@link dev.wanvideo.task.StoreUnavailable}
 * @param random draws the seeds that callers leave out
 */
public record Studio(
        Tenancy tasks,
        Planner planner,
        Catalogue catalogue,
        ProviderSettings settings,
        ReferenceFiles references,
        Spending spending,
        RandomGenerator random) {}
