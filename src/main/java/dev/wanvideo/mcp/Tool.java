package dev.wanvideo.mcp;

/** One tool: reads its arguments, does its work, answers. */
interface Tool {
    ToolName name();

    /** Whether it may have to ask the client's user first. */
    default boolean asks() {
        return false;
    }

    /**
     * Answers. A tool that has to ask the client's user first says so, and is called again with the responses; it may do
     * that only where the client takes forms.
     *
     * @throws InterruptedException when the client cancelled the call
     */
    Reply call(Arguments in, Caller caller) throws InterruptedException;
}
