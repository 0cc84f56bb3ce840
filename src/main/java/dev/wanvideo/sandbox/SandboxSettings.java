package dev.wanvideo.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a sandbox is run.
 *
 * @param port on 127.0.0.1; 0 picks a free one
 * @param folder for films and samples; what the sandbox writes there is deleted when it closes
 * @param pace of the jobs
 * @param paces of single providers, by id
 * @param keys that are accepted; empty for any but {@link #WRONG_KEY}
 * @param seed decides which calls and jobs a fault with a rate strikes
 */
public record SandboxSettings(
        int port, Path folder, Pace pace, Map<String, Pace> paces, FilmStyle films, Set<String> keys, long seed) {
    /** Where agents look for it unless told otherwise. */
    public static final int USUAL_PORT = 8099;

    /** A key that nobody knows. */
    public static final String WRONG_KEY = "wrong-key";

    /** The key of an account without credit. */
    public static final String EMPTY_KEY = "empty-key";

    public SandboxSettings {
        paces = Map.copyOf(paces);
        keys = Set.copyOf(keys);
    }

    /** Any free port, any key, short jobs, shared films. */
    public static SandboxSettings in(Path folder) {
        return new SandboxSettings(0, folder, Pace.DEFAULT, Map.of(), FilmStyle.SHARED, Set.of(), 1);
    }

    /** The same at another pace. */
    public SandboxSettings at(Pace other) {
        return new SandboxSettings(port, folder, other, paces, films, keys, seed);
    }

    /** The same with one provider at a pace of its own. */
    public SandboxSettings at(String provider, Pace other) {
        Map<String, Pace> more = new HashMap<>(paces);
        more.put(provider, other);
        return new SandboxSettings(port, folder, pace, more, films, keys, seed);
    }

    /** The same with other films. */
    public SandboxSettings drawing(FilmStyle other) {
        return new SandboxSettings(port, folder, pace, paces, other, keys, seed);
    }

    /** The same with another seed. */
    public SandboxSettings seeded(long other) {
        return new SandboxSettings(port, folder, pace, paces, films, keys, other);
    }

    Pace paceOf(String provider) {
        return paces.getOrDefault(provider, pace);
    }

    boolean knows(String key) {
        return keys.isEmpty() ? !key.equals(WRONG_KEY) : keys.contains(key);
    }
}
