package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.MalformedJson;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides by its body alone who takes a message, and refuses what nobody can take. */
final class Router {

    private final LegacySession legacy;
    private final ModernRequests modern;
    private final Calls calls;
    private final Outbox outbox;

    Router(LegacySession legacy, ModernRequests modern, Calls calls, Outbox outbox) {
        this.legacy = legacy;
        this.modern = modern;
        this.calls = calls;
        this.outbox = outbox;
    }

    /** Takes the message between the two positions of the line buffer. */
    void route(byte[] buffer, int from, int to) {
        try {
            route(Envelope.read(buffer, from, to), buffer, from, to);
        } catch (MalformedJson e) {
            outbox.send(Answer.error(null, Answer.PARSE_ERROR, "Parse error: this line is not a JSON text"));
        }
    }

    /** Refuses a message that was too long to be read. */
    void refuse(OversizedLine line) {
        refuse(line.id(), "Message too large, at most " + LineReader.LIMIT + " bytes");
    }

    private void route(Envelope envelope, byte[] buffer, int from, int to) {
        String fault = envelope.fault();
        String method = envelope.method();
        String id = envelope.id();
        if (fault != null) {
            refuse(id, fault);
        } else if (method == null) {
            legacy.response(Arrays.copyOfRange(buffer, from, to));
        } else if (id == null) {
            notification(method, envelope);
        } else {
            request(id, method, envelope, buffer);
        }
    }

    private void request(String id, String method, Envelope envelope, byte[] buffer) {
        if (!envelope.isParamsUsable()) {
            outbox.send(Answer.error(id, Answer.INVALID_PARAMS, "params must be an object"));
        } else if (envelope.isModern()) {
            modern.request(id, method, envelope, buffer);
        } else {
            legacy.request(id, method, envelope, buffer);
        }
    }

    /** Other notifications tell nothing that is used here; the core is told of initialized by its loader. */
    private void notification(String method, Envelope envelope) {
        String requestId = envelope.requestId();
        if (method.equals("notifications/cancelled") && requestId != null) {
            calls.cancel(requestId);
        }
    }

    private void refuse(@Nullable String id, String why) {
        outbox.send(Answer.error(id, Answer.INVALID_REQUEST, "Invalid request: " + why));
    }
}
