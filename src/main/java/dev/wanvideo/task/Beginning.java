package dev.wanvideo.task;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * With what an attempt begins.
 *
 * @param target where the film is to lie in the end, if that is known
 * @param baseline ids that the provider's list had before; empty where it has no list or it could not be read
 * @param intent a key by which whoever begins it knows this intent from every other; empty where nothing hangs on that
 */
record Beginning(Optional<Path> target, Optional<Set<String>> baseline, Optional<String> intent) {
    /** On this machine. */
    static final Beginning HERE = new Beginning(Optional.empty(), Optional.empty(), Optional.empty());

    /** At a provider, under a key of its own. */
    static Beginning at(Path target, Optional<Set<String>> baseline) {
        return new Beginning(
                Optional.of(target), baseline, Optional.of(UUID.randomUUID().toString()));
    }
}
