package dev.wanvideo.kill;

import java.util.Optional;

/**
 * A server to be struck.
 *
 * @param task whose state tells what was hit, if it is about one
 */
record Blow(Server victim, Optional<String> task) {
    static Blow at(Server victim) {
        return new Blow(victim, Optional.empty());
    }
}
