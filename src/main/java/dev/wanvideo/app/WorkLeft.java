package dev.wanvideo.app;

import dev.wanvideo.task.UnfinishedWork;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a process that nobody has called yet is needed all the same: it reads where the tasks are, and nothing more of
 * the settings.
 */
final class WorkLeft implements BooleanSupplier {
    private final String[] args;
    private @Nullable BooleanSupplier look;

    WorkLeft(String[] args) {
        this.args = args.clone();
    }

    @Override
    public boolean getAsBoolean() {
        BooleanSupplier known = look == null ? look() : look;
        look = known;
        return known.getAsBoolean();
    }

    private BooleanSupplier look() {
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
