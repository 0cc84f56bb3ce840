package dev.wanvideo.transport.stdio;

import org.jspecify.annotations.Nullable;

/** What answers the calls that no prepared answer covers; the part of the server that takes long to load. */
interface Core {

    /** Tells what the client said in its {@code initialize} params; later tellings are ignored. */
    void greet(byte[] initializeParams);

    /** Answers the call before it returns, once greeted. */
    void handle(Call call) throws InterruptedException;

    /** The result of a tool call if it is known at once, as JSON text. */
    byte @Nullable [] standing(byte[] params);

    /** Answers the call of the stateless era before it returns, greeted or not. */
    void handleStateless(Call call) throws InterruptedException;

    /** Takes the client's response to a request of the server, as JSON text. */
    void accept(byte[] response);

    /** Ends the session: nothing more can be told. */
    void end();
}
