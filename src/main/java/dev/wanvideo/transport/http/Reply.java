package dev.wanvideo.transport.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back for one request: a document, or a stream of messages that goes on. */
sealed interface Reply {

    Map<String, String> headers();

    Reply with(String header, String value);

    /** The status that goes back with it. */
    int status();

    /** A text, most often JSON, or nothing at all. */
    record Document(int status, String type, byte[] body, Map<String, String> headers) implements Reply {

        @Override
        public Reply with(String header, String value) {
            return new Document(status, type, body, plus(headers, header, value));
        }
    }

    /** Events until the outlet ends. */
    record Stream(Outlet outlet, Map<String, String> headers) implements Reply {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public Reply with(String header, String value) {
            return new Stream(outlet, plus(headers, header, value));
        }
    }

    static Reply document(int status, byte[] json) {
        return new Document(status, Media.JSON, json, Map.of());
    }

    static Reply of(RouteAnswer answer) {
        return new Document(answer.status(), answer.type(), answer.body(), answer.headers());
    }

    /** A status and nothing else. */
    static Reply empty(int status) {
        return new Document(status, Media.JSON, new byte[0], Map.of());
    }

    static Reply stream(Outlet outlet) {
        return new Stream(outlet, Map.of());
    }

    private static Map<String, String> plus(Map<String, String> headers, String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return more;
    }
}
