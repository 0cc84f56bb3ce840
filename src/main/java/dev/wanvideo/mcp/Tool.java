package dev.wanvideo.mcp;

/** One tool: reads its arguments, does its work, answers. */
interface Tool {
    ToolName name();

    /**
     * @throws InterruptedException when the client cancelled the call
     */
    Answer call(Arguments in, ProgressFeed feed) throws InterruptedException;
}
