package dev.wanvideo.transport;

import dev.wanvideo.access.Principal;

/** One request in flight, whatever brought it; it is answered at most once, and never after it was cancelled. */
public interface OpenCall {

    /** In whose name. */
    Principal principal();

    /** The id as the client wrote it, as JSON text. */
    String id();

    String method();

    /** The params as JSON text, an object. */
    byte[] params();

    /** Sends a notification that belongs to the call, as JSON text; without effect once the call is over. */
    void tell(byte[] notification);

    /** Answers with a result, given as JSON text. */
    void answer(byte[] result);

    /** Answers with an error object, given as JSON text, that has this code. */
    void refuse(int code, byte[] error);

    /** Answers with an error whose message is plain text. */
    void refuse(int code, String message);
}
