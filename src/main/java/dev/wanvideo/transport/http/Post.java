package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Envelope;
import io.netty.handler.codec.http.HttpHeaders;

/** One message as it arrived, its envelope checked. */
record Post(Principal principal, HttpHeaders headers, byte[] body, Envelope envelope) {

    /** The id as JSON text; only of a request. */
    String id() {
        return String.valueOf(envelope.id());
    }

    /** Only of a request or a notification. */
    String method() {
        return String.valueOf(envelope.method());
    }

    byte[] params() {
        return envelope.params(body);
    }
}
