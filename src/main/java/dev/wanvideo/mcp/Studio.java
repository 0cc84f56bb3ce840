package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.media.ReferenceFiles;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.Planner;
import dev.wanvideo.provider.ProviderSettings;
import dev.wanvideo.task.Tenancy;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the tools work with.
 *
 * @param tasks may block while the store opens, and may throw {@link dev.wanvideo.task.StoreUnavailable}
 * @param references by whom is asked: whose files of this machine are theirs
 * @param random draws the seeds that callers leave out
 */
public record Studio(
        Tenancy tasks,
        Planner planner,
        Catalogue catalogue,
        ProviderSettings settings,
        Function<Principal, ReferenceFiles> references,
        Spending spending,
        RandomGenerator random) {}
