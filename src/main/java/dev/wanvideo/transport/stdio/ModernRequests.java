package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.RequestMeta;

/**
 * The stateless era on one pair of streams: takes each request for itself, answers from prepared bytes what it can, and
 * hands the rest to the core.
 */
final class ModernRequests implements CallHandler {

    /** Each listening request keeps a thread, so that many of them would leave none for calls. */
    static final int MOST_LISTENING = 32;

    private final PreparedAnswers prepared;
    private final CoreLoader core;
    private final Calls calls;
    private final Outbox outbox;

    ModernRequests(PreparedAnswers prepared, CoreLoader core, Calls calls, Outbox outbox) {
        this.prepared = prepared;
        this.core = core;
        this.calls = calls;
        this.outbox = outbox;
    }

    /** Takes a request that is well formed. */
    void request(String id, String method, Envelope envelope, byte[] line) {
        RequestMeta meta = envelope.meta();
        String fault = meta.fault();
        if (meta.namesOtherVersion()) {
            outbox.send(Answer.unsupportedVersion(id, meta.version()));
        } else if (fault != null) {
            outbox.send(Answer.error(id, Answer.INVALID_PARAMS, fault));
        } else {
            answer(id, method, envelope, line);
        }
    }

    @Override
    public void handle(Call call) throws CoreUnavailable, InterruptedException {
        core.await().handleStateless(call);
    }

    private void answer(String id, String method, Envelope envelope, byte[] line) {
        switch (method) {
            case "server/discover" ->
                outbox.send(Answer.result(id, prepared.stateless().discover()));
            case "tools/list" -> listTools(id, envelope);
            case "initialize", "ping" ->
                outbox.send(Answer.error(id, Answer.METHOD_NOT_FOUND, "This protocol version has no method " + method));
            default -> {
                String result = core.withoutCore(envelope, line);
                if (result == null) {
                    call(new Call(id, method, envelope.params(line), this, calls));
                } else {
                    outbox.send(Answer.result(id, prepared.stateless().stamped(result)));
                }
            }
        }
    }

    private void listTools(String id, Envelope envelope) {
        if (envelope.hasCursor()) {
            outbox.send(Answer.error(id, Answer.INVALID_PARAMS, "Invalid cursor: the list of tools has one page"));
            return;
        }
        outbox.send(Answer.result(id, prepared.stateless().tools()));
    }

    private void call(Call call) {
        String refusal = call.isListening() && calls.listening() >= MOST_LISTENING
                ? "Too many subscriptions, at most " + MOST_LISTENING
                : null;
        if (refusal == null) {
            core.start();
            calls.take(call);
        } else {
            outbox.send(Answer.error(call.id(), Answer.INTERNAL_ERROR, refusal));
        }
    }
}
