package dev.wanvideo.kill;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run is to do.
 *
 * @param folder an empty folder for the home, the films and the logs
 * @param jar the packaged server
 * @param provider its id, or {@link #SANDBOX}
 * @param each how often each moment must be hit; the run goes on beyond {@code kills} for it, by half at most
 * @param idleRounds how many of the kills find the two other servers without work
 * @param minutes after which no further blow is struck
 */
record KillOrder(
        Path folder,
        Path jar,
        String provider,
        long seed,
        int kills,
        int freezes,
        int idleRounds,
        int each,
        int minutes) {
    /** The provider that makes films on this machine. */
    static final String PREVIEW = "preview";

    /** Stands for all emulated providers, one at random for each film. */
    static final String SANDBOX = "sandbox";

    /** Reads {@code --kills 300 --freezes 20 --seed 1 --provider sandbox --minutes 40}. */
    static KillOrder read(List<String> arguments, Path folder, Path jar) {
        int kills = Integer.parseInt(value(arguments, "--kills", "300"));
        int freezes = Integer.parseInt(value(arguments, "--freezes", "20"));
        long seed = Long.parseLong(value(arguments, "--seed", String.valueOf(System.nanoTime() % 1_000_000)));
        int minutes = Integer.parseInt(value(arguments, "--minutes", "60"));
        return new KillOrder(
                folder,
                jar,
                value(arguments, "--provider", PREVIEW),
                seed,
                kills,
                freezes,
                Math.min(20, kills / 12),
                Math.min(20, kills / 15),
                minutes);
    }

    private static String value(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.get(at + 1);
    }

    Path home() {
        return folder.resolve("home");
    }

    Path films() {
        return folder.resolve("films");
    }

    Path temp() {
        return folder.resolve("temp");
    }

    Path pictures() {
        return folder.resolve("pictures");
    }

    Path picture() {
        return pictures().resolve("someone.png");
    }
}
