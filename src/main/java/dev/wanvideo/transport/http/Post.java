package dev.wanvideo.transport.http;

import dev.wanvideo.access.Grant;
import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.Envelope;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One message as it arrived, its envelope checked. */
record Post(Grant grant, HttpHeaders headers, byte[] body, Envelope envelope) {

    Principal principal() {
        return grant.principal();
    }

    /** The id as JSON text; only of a request. */
    String id() {
        return String.valueOf(envelope.id());
    }

    /** Only of a request or a notification. */
    String method() {
        return String.valueOf(envelope.method());
    }

    /** This member of the params, null unless it is a string. */
    @Nullable
    String param(String member) {
        return envelope.param(body, member);
    }

    byte[] params() {
        return envelope.params(body);
    }
}
