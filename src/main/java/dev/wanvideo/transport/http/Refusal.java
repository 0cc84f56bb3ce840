package dev.wanvideo.transport.http;

import dev.wanvideo.transport.Answer;
import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;

/** Why a request is not taken, as a status of HTTP and an error of JSON-RPC; its words need no escaping. */
record Refusal(int status, int code, String message) {

    static final Refusal NO_SUCH_METHOD = Refusal.of(405, "This method is not supported here");

    static Refusal of(int status, String message) {
        return new Refusal(status, Answer.INVALID_REQUEST, message);
    }

    /** The status that the stateless era wants with an error of this code. */
    static int statusFor(int code) {
        return switch (code) {
            case Answer.METHOD_NOT_FOUND -> 404;
            case Answer.HEADER_MISMATCH, Answer.MISSING_CLIENT_CAPABILITY, Answer.UNSUPPORTED_PROTOCOL_VERSION -> 400;
            default -> 200;
        };
    }

    Reply reply() {
        return reply(null);
    }

    /** For requests whose body nobody reads, so that it cannot be taken for the next request. */
    Reply closing() {
        return reply().with(HttpHeaderNames.CONNECTION.toString(), "close");
    }

    /** @param id of the request as JSON text */
    Reply reply(@Nullable String id) {
        return Reply.document(status, Answer.error(id, code, message));
    }
}
