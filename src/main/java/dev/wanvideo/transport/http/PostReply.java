package dev.wanvideo.transport.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The reply to one call: a document when the answer is the first there is to say, and a stream when something is to be
 * told before it or the answer lets wait.
 */
final class PostReply {

    private final Sinks.One<Reply> decided = Sinks.one();
    private final Function<Outlet, Events> opener;
    private @Nullable Events events;
    private boolean over;

    /** @param opener makes the stream to a client, should it come to one */
    PostReply(Function<Outlet, Events> opener) {
        this.opener = opener;
    }

    Mono<Reply> decided() {
        return decided.asMono();
    }

    /** Makes it a stream from here on. */
    synchronized void open() {
        if (!over) {
            opened();
        }
    }

    synchronized void tell(byte[] message) {
        if (!over) {
            opened().send(message);
        }
    }

    /** @param status of HTTP, should the answer be a document */
    synchronized void answer(int status, byte[] message) {
        if (over) {
            return;
        }
        over = true;
        Events stream = events;
        if (stream == null) {
            decided.tryEmitValue(Reply.document(status, message));
        } else {
            stream.send(message);
            stream.end();
        }
    }

    /** Ends without an answer, which the client does not want any more. */
    synchronized void abandon() {
        if (!over) {
            Events stream = opened();
            over = true;
            stream.end();
        }
    }

    private Events opened() {
        Events stream = events;
        if (stream == null) {
            Outlet outlet = new Outlet();
            stream = opener.apply(outlet);
            events = stream;
            decided.tryEmitValue(Reply.stream(outlet));
        }
        return stream;
    }
}
