package dev.wanvideo.mcp;

/** One tool: reads its arguments, does its work, answers. */
interface Tool {
    ToolName name();

    /**
     * @throws InterruptedException when the client cancelled the call
     */
    Answer call(Arguments in, ProgressFeed feed) throws InterruptedException;

    /**
     * The same for a client that can be asked: a tool that has to ask first says so, and is called again with the
     * responses.
     *
     * @throws InterruptedException when the client cancelled the call
     */
    default Reply call(Arguments in, ProgressFeed feed, Round round) throws InterruptedException {
        return call(in, feed);
    }
}
