package dev.wanvideo.transport.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Takes in the body of a request, up to a size and for a time. */
final class Bodies {

    private final int most;
    private final Duration patience;

    Bodies(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** The whole body; a {@link Refused} when it is too large, and when it takes too long. */
    Mono<byte[]> of(HttpServerRequest request) {
        if (announced(request) > most) {
            return Mono.error(tooLarge());
        }
        return request.receive()
                .asByteArray()
                .collect(ByteArrayOutputStream::new, this::append)
                .map(ByteArrayOutputStream::toByteArray)
                .timeout(patience)
                .onErrorMap(TimeoutException.class, e -> new Refused(Refusal.of(408, "The body came too slowly")));
    }

    private void append(ByteArrayOutputStream body, byte[] part) {
        if (body.size() + part.length > most) {
            throw tooLarge();
        }
        body.writeBytes(part);
    }

    private static long announced(HttpServerRequest request) {
        String length = request.requestHeaders().get(HttpHeaderNames.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Refused tooLarge() {
        return new Refused(Refusal.of(413, "The body is too large, at most " + most + " bytes"));
    }

    /** Ends the reading of a body; the connection is of no use afterwards. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
