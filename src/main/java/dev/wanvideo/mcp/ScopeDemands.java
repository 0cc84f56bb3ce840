package dev.wanvideo.mcp;

import dev.wanvideo.access.Demands;
import dev.wanvideo.access.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What orders or stops a film takes another scope than what only looks. */
public final class ScopeDemands implements Demands {
    /** They tell what everybody may know who is known at all. */
    private static final Set<String> TAKE_NOTHING = Set.of("initialize", "ping", "tools/list", "server/discover");

    private static final Set<String> TOOLS_THAT_ACT =
            Set.of(ToolName.CREATE_REFERENCE_VIDEO.word(), ToolName.CANCEL_TASK.word());

    @Override
    public @Nullable Scope of(String method, @Nullable String name) {
        if (TAKE_NOTHING.contains(method)) {
            return null;
        }
        boolean acts = method.equals(RunningTasks.CANCEL)
                || method.equals("tools/call") && name != null && TOOLS_THAT_ACT.contains(name);
        return acts ? Scope.CREATE : Scope.READ;
    }
}
