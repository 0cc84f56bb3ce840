package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.Answer;
import dev.wanvideo.transport.Envelope;
import dev.wanvideo.transport.MalformedJson;
import dev.wanvideo.transport.ProtocolVersions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decides by its body alone who takes a message, and refuses what nobody can take. */
final class Router {

    private final LegacySession legacy;
    private final Calls calls;
    private final Outbox outbox;

    Router(LegacySession legacy, Calls calls, Outbox outbox) {
        this.legacy = legacy;
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
        String fault = fault(envelope);
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

    /** What keeps the message from being one of JSON-RPC 2.0 as MCP uses it, null when it is one. */
    private static @Nullable String fault(Envelope envelope) {
        if (envelope.isBatch()) {
            return "Batches are not supported";
        }
        if (!envelope.isObject()) {
            return "A message is an object";
        }
        // A response is never answered, not even a faulty one, or two peers could answer each other for ever.
        if (!envelope.hasMethod() && envelope.hasOutcome()) {
            return null;
        }
        return requestFault(envelope);
    }

    private static @Nullable String requestFault(Envelope envelope) {
        String method = envelope.method();
        if (!envelope.isVersion2()) {
            return "jsonrpc must be \\\"2.0\\\"";
        }
        if (method == null) {
            return envelope.hasMethod() ? "method must be a string" : "method is missing";
        }
        if (envelope.hasId() ? envelope.id() == null : !method.startsWith("notifications/")) {
            return "A request needs an id that is a string or a number";
        }
        return null;
    }

    private void request(String id, String method, Envelope envelope, byte[] buffer) {
        if (!envelope.isParamsUsable()) {
            outbox.send(Answer.error(id, Answer.INVALID_PARAMS, "params must be an object"));
        } else if (envelope.isModern() && !method.equals("initialize")) {
            refuseModern(id, envelope.modernVersion());
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

    /** The data tells a client of both eras to go on with {@code initialize}. */
    private void refuseModern(String id, String requested) {
        String data = "{\"supported\":" + ProtocolVersions.json() + ",\"requested\":" + requested + "}";
        outbox.send(Answer.error(
                id, Answer.UNSUPPORTED_PROTOCOL_VERSION, "Unsupported protocol version, use initialize", data));
    }

    private void refuse(@Nullable String id, String why) {
        outbox.send(Answer.error(id, Answer.INVALID_REQUEST, "Invalid request: " + why));
    }
}
