package dev.wanvideo.mcp;

import java.time.Duration;

/**
 * The client behind a call, as far as a tool has to know it.
 *
 * @param name what it calls itself, empty when it did not say
 * @param takesForms whether it can be asked something that its user answers
 * @param runsTasks whether it follows a film itself when it is given one in the making
 */
record Client(String name, ClientPatience patience, boolean takesForms, boolean runsTasks) {
    /** One that said nothing about itself. */
    static final Client UNKNOWN = new Client("", new ClientPatience(), false, false);

    /** How long a call is held for which so much was asked. */
    Duration held(Duration asked, boolean told) {
        return patience.held(name, told, asked);
    }

    /** What to ask for next time, in seconds. */
    int advisedSeconds() {
        return patience.advised(name);
    }
}
