package dev.wanvideo.transport.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Tells browsers which pages may read the answers: those alone that were allowed expressly.
 *
 * <p>Rules: https://fetch.spec.whatwg.org/#http-cors-protocol, read 2026-11-21.
 */
final class CrossOrigin {

    private static final String SENT = "Accept, Authorization, Content-Type, Last-Event-ID, " + LegacyDoor.SESSION
            + ", MCP-Protocol-Version, Mcp-Method, Mcp-Name";
    private static final String DAY = "86400";

    private final Porter porter;

    CrossOrigin(Porter porter) {
        this.porter = porter;
    }

    Reply mark(Reply reply, HttpHeaders asked) {
        String origin = asked.get(HttpHeaderNames.ORIGIN);
        if (origin == null || !porter.isAllowed(origin)) {
            return reply;
        }
        Reply marked = reply.with("Access-Control-Allow-Origin", origin)
                .with("Vary", "Origin")
                .with("Access-Control-Expose-Headers", LegacyDoor.SESSION + ", " + Challenge.HEADER);
        return asked.contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)
                ? marked.with("Access-Control-Allow-Methods", "GET, POST, DELETE")
                        .with("Access-Control-Allow-Headers", SENT)
                        .with("Access-Control-Max-Age", DAY)
                : marked;
    }
}
