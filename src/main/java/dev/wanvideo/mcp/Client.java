package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import java.time.Duration;

/**
 * The client behind a call, as far as a tool has to know it.
 *
 * @param name what it calls itself, empty when it did not say
 * @param takesForms whether it can be asked something that its user answers
 * @param runsTasks whether it follows a film itself when it is given one in the making
 * @param sharesDisk whether its user can open files of this machine
 */
record Client(String name, ClientPatience patience, boolean takesForms, boolean runsTasks, boolean sharesDisk) {
    /** One of this machine that said nothing about itself. */
    static final Client UNKNOWN = unknown(Principal.LOCAL);

    /** One that said nothing about itself. */
    static Client unknown(Principal principal) {
        return new Client("", new ClientPatience(), false, false, principal.isLocal());
    }

    /** How long a call is held for which so much was asked. */
    Duration held(Duration asked, boolean told) {
        return patience.held(name, told, asked);
    }

    /** What to ask for next time, in seconds. */
    int advisedSeconds() {
        return patience.advised(name);
    }
}
