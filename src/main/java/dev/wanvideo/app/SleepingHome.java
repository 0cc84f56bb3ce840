package dev.wanvideo.app;

import dev.wanvideo.mcp.FirstResults;
import dev.wanvideo.task.UnfinishedWork;
import dev.wanvideo.transport.Asleep;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A process that nobody has called yet: it reads where the tasks are, and nothing more of the settings.
 */
final class SleepingHome implements Asleep {
    private final String[] args;
    private @Nullable BooleanSupplier unfinished;

    SleepingHome(String[] args) {
        this.args = args.clone();
    }

    @Override
    public boolean wanted() {
        BooleanSupplier known = unfinished == null ? unfinished() : unfinished;
        unfinished = known;
        return known.getAsBoolean();
    }

    @Override
    public @Nullable String result(String tool) {
        String result = FirstResults.of(tool);
        return result != null && args.length == 0 && NothingSetUp.in(System.getenv(), result) ? result : null;
    }

    private BooleanSupplier unfinished() {
        Map<String, String> flags =
                args.length == 0 ? Map.of() : Flags.read(List.of(args)).values();
        Environment given = new Environment(flags, System.getenv(), Map.of());
        UserFolders user = UserFolders.of(given);
        ConfigFile file = new FolderReader(given, user).configFile();
        Environment all = new Environment(flags, System.getenv(), file.values());
        // A database of several machines has no file that tells.
        return all.get(SettingNames.DATABASE_URL).isPresent()
                ? () -> true
                : new UnfinishedWork(new FolderReader(all, user).home());
    }
}
