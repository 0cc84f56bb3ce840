package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.OpenCall;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request in flight on a thread of its own. */
final class HttpCall implements OpenCall, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger("wan-video-mcp.http");

    /** Answers calls of one era, blocking the thread of the call until it is done. */
    interface Handler {

        void handle(HttpCall call) throws InterruptedException;
    }

    private final Principal principal;
    private final String id;
    private final String method;
    private final byte[] params;
    private final Handler handler;
    private final PostReply reply;
    private final IntUnaryOperator statuses;
    private boolean over;
    private @Nullable Future<?> run;

    /** @param statuses the status of HTTP by the code of an error */
    HttpCall(Post post, Handler handler, PostReply reply, IntUnaryOperator statuses) {
        this.principal = post.principal();
        this.id = post.id();
        this.method = post.method();
        this.params = post.params();
        this.handler = handler;
        this.reply = reply;
        this.statuses = statuses;
    }

    @Override
    public Principal principal() {
        return principal;
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

    PostReply reply() {
        return reply;
    }

    /** True for a request that lasts until its client has enough. */
    boolean isListening() {
        return method.equals("subscriptions/listen");
    }

    @Override
    public void tell(byte[] notification) {
        reply.tell(notification);
    }

    @Override
    public void answer(byte[] result) {
        finish(200, Answer.result(id, result));
    }

    @Override
    public void refuse(int code, byte[] error) {
        finish(statuses.applyAsInt(code), Answer.error(id, error));
    }

    @Override
    public void refuse(int code, String message) {
        finish(statuses.applyAsInt(code), Answer.error(id, code, message));
    }

    /** Tells how to interrupt the call, which may have been cancelled meanwhile. */
    synchronized void runsAs(Future<?> future) {
        run = future;
        if (over) {
            future.cancel(true);
        }
    }

    /** Interrupts the call, which is then not answered any more. */
    void cancel() {
        reply.abandon();
        end();
        interrupt();
    }

    /** Has the call come to its end; what it answers then still counts. */
    synchronized void interrupt() {
        if (run != null) {
            run.cancel(true);
        }
    }

    /** Whatever goes wrong in here, the client gets an answer. */
    @Override
    public void run() {
        long begun = System.nanoTime();
        try (MDC.MDCCloseable unused = MDC.putCloseable("request_id", requestId())) {
            handler.handle(this);
            LOG.debug(
                    "A call took {} ms",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (Throwable e) {
            // The cause may name classes and paths of this machine, so it is not told.
        } finally {
            if (isOpen()) {
                finish(500, Answer.error(id, Answer.INTERNAL_ERROR, "Internal error"));
            }
        }
    }

    /** For the log: clients call theirs alike. */
    private static String requestId() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private void finish(int status, byte[] answer) {
        end();
        reply.answer(status, answer);
    }

    private synchronized void end() {
        over = true;
    }

    private synchronized boolean isOpen() {
        return !over;
    }
}
