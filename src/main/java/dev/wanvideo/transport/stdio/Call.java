package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One request in flight; it is answered at most once, and never after it was cancelled. */
final class Call implements Runnable {

    private final String id;
    private final String method;
    private final byte[] params;
    private final CallHandler handler;
    private final Calls calls;
    private @Nullable Future<?> run;

    Call(String id, String method, byte[] params, CallHandler handler, Calls calls) {
        this.id = id;
        this.method = method;
        this.params = params;
        this.handler = handler;
        this.calls = calls;
    }

    /** The id as the client wrote it, as JSON text. */
    String id() {
        return id;
    }

    String method() {
        return method;
    }

    /** The params as JSON text, an object. */
    byte[] params() {
        return params;
    }

    /** True for the one request that lasts until its client has enough. */
    boolean isListening() {
        return method.equals("subscriptions/listen");
    }

    /** Sends a notification that belongs to the call, a line. */
    void tell(byte[] notification) {
        calls.tell(this, notification);
    }

    /** Answers with a result, given as JSON text. */
    void answer(byte[] result) {
        calls.finish(this, Answer.result(id, result));
    }

    /** Answers with an error object, given as JSON text. */
    void refuse(byte[] error) {
        calls.finish(this, Answer.error(id, error));
    }

    /** Answers with an error whose message is plain text. */
    void refuse(int code, String message) {
        calls.finish(this, Answer.error(id, code, message));
    }

    /** Tells how to interrupt the call. Called by the reader alone, like {@link #interrupt}. */
    void runsAs(Future<?> future) {
        run = future;
    }

    void interrupt() {
        if (run != null) {
            run.cancel(true);
        }
    }

    /** Whatever goes wrong in here, the client gets an answer. */
    @Override
    public void run() {
        try {
            handler.handle(this);
        } catch (CoreUnavailable e) {
            refuse(Answer.INTERNAL_ERROR, "The server could not start; its log says why");
        } catch (Throwable e) {
            // The cause may name classes and paths of this machine, so it is not told.
        } finally {
            if (calls.isOpen(this)) {
                refuse(Answer.INTERNAL_ERROR, "Internal error");
            }
        }
    }
}
