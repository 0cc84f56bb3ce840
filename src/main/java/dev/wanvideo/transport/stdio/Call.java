package dev.wanvideo.transport.stdio;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.OpenCall;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One request in flight; it is answered at most once, and never after it was cancelled. */
final class Call implements OpenCall, Runnable {

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

    /** Over standard streams there is nobody but who started this process. */
    @Override
    public Principal principal() {
        return Principal.LOCAL;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public byte[] params() {
        return params;
    }

    /** True for the one request that lasts until its client has enough. */
    boolean isListening() {
        return method.equals("subscriptions/listen");
    }

    @Override
    public void tell(byte[] notification) {
        calls.tell(this, notification);
    }

    @Override
    public void answer(byte[] result) {
        calls.finish(this, Answer.result(id, result));
    }

    @Override
    public void refuse(int code, byte[] error) {
        calls.finish(this, Answer.error(id, error));
    }

    @Override
    public void refuse(int code, String message) {
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
