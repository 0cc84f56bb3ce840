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
        } else if (isModern(method, envelope)) {
            modern.request(id, method, envelope, buffer);
        } else {
            legacy.request(id, method, envelope, buffer);
        }
    }

    /**
     * Each request tells its era by itself. The two methods that only one era has are of that era whatever they carry,
     * and an {@code initialize} that names a version as its era does means what it says.
     */
    private static boolean isModern(String method, Envelope envelope) {
        return switch (method) {
            case "server/discover", "subscriptions/listen" -> true;
            case "initialize" -> envelope.meta().isModern() && envelope.protocolVersion() == null;
            default -> envelope.meta().isModern();
        };
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
