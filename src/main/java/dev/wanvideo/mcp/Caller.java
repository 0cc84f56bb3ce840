package dev.wanvideo.mcp;

/**
 * Who calls, and where the call stands.
 *
 * @param feed tells the client of progress
 * @param round what was asked of the client before, and what it answered
 */
record Caller(Client client, ProgressFeed feed, Round round) {
    /** An unknown client that listens to nothing. */
    static final Caller UNKNOWN = new Caller(Client.UNKNOWN, ProgressFeed.UNWANTED, Round.FIRST);

    Caller at(Round next) {
        return new Caller(client, feed, next);
    }
}
