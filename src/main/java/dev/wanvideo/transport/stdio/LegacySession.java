package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.PreparedAnswers;
import org.jspecify.annotations.Nullable;

/**
 * The {@code initialize} era on one pair of streams: answers from prepared bytes what it can, and hands the rest to the
 * core.
 *
 * <p>A second {@code initialize} is answered like the first, since proxies that share one process among clients send
 * one for each; the core keeps to what the first one said.
 */
final class LegacySession implements CallHandler {

    private final PreparedAnswers prepared;
    private final CoreLoader core;
    private final Calls calls;
    private final Outbox outbox;

    LegacySession(PreparedAnswers prepared, CoreLoader core, Calls calls, Outbox outbox) {
        this.prepared = prepared;
        this.core = core;
        this.calls = calls;
        this.outbox = outbox;
    }

    /** Takes a request that is well formed. */
    void request(String id, String method, Envelope envelope, byte[] line) {
        switch (method) {
            case "initialize" -> initialize(id, envelope, line);
            case "ping" -> outbox.send(Answer.result(id, prepared.ping()));
            case "tools/list" -> listTools(id, envelope);
            default -> call(id, method, envelope, line);
        }
    }

    /** Takes the client's response to a request of the server; only a loaded core can have asked. */
    void response(byte[] line) {
        Core loaded = core.now();
        if (loaded != null) {
            loaded.accept(line);
        }
    }

    @Override
    public void handle(Call call) throws CoreUnavailable, InterruptedException {
        core.await().handle(call);
    }

    private void initialize(String id, Envelope envelope, byte[] line) {
        if (!core.isGreeted()) {
            core.keepGreeting(envelope.params(line));
        }
        outbox.send(Answer.result(id, prepared.initialize(envelope.protocolVersion())));
    }

    private void listTools(String id, Envelope envelope) {
        if (envelope.hasCursor()) {
            outbox.send(Answer.error(id, Answer.INVALID_PARAMS, "Invalid cursor: the list of tools has one page"));
            return;
        }
        outbox.send(Answer.result(id, prepared.tools()));
    }

    private void call(String id, String method, Envelope envelope, byte[] line) {
        if (!core.isGreeted()) {
            outbox.send(Answer.error(id, Answer.INVALID_REQUEST, "Send initialize first"));
            return;
        }
        byte[] params = envelope.params(line);
        byte[] result = method.equals("tools/call") ? known(envelope, line, params) : null;
        if (result == null) {
            core.start();
            calls.take(new Call(id, method, params, this, calls));
        } else {
            outbox.send(Answer.result(id, result));
        }
    }

    /** The result of a tool call that takes no time. */
    private byte @Nullable [] known(Envelope envelope, byte[] line, byte[] params) {
        Core loaded = core.now();
        if (loaded != null) {
            return loaded.standing(params);
        }
        String result = core.withoutCore(envelope, line);
        return result == null ? null : result.getBytes(UTF_8);
    }
}
