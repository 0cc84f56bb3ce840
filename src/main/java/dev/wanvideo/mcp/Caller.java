package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;

/**
 * Who calls, and where the call stands.
 *
 * @param principal in whose name
 * @param feed tells the client of progress
 * @param round what was asked of the client before, and what it answered
 */
record Caller(Principal principal, Client client, ProgressFeed feed, Round round) {
    /** An unknown client of this machine's user that listens to nothing. */
    static final Caller UNKNOWN = new Caller(Principal.LOCAL, Client.UNKNOWN, ProgressFeed.UNWANTED, Round.FIRST);

    Caller at(Round next) {
        return new Caller(principal, client, feed, next);
    }
}
