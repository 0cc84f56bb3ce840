package dev.wanvideo.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.NettyOutbound;

/**
 * A body as it goes over the wire.
 *
 * @param type content type; empty where the call's own headers tell it
 * @param head bytes before a file, or the whole body
 */
record Payload(Optional<String> type, byte[] head, Optional<ApiBody.Stored> file, byte[] tail) {
    private static final byte[] NOTHING = {};

    static Payload of(ApiBody body) {
        if (body instanceof ApiBody.Json json) {
            return new Payload(Optional.of("application/json"), json.bytes(), Optional.empty(), NOTHING);
        }
        if (body instanceof ApiBody.Raw raw) {
            return new Payload(Optional.empty(), NOTHING, Optional.of(raw.file()), NOTHING);
        }
        return body instanceof ApiBody.Form form
                ? form(form, "wan-video-" + UUID.randomUUID())
                : new Payload(Optional.empty(), NOTHING, Optional.empty(), NOTHING);
    }

    private static Payload form(ApiBody.Form form, String boundary) {
        StringBuilder head = new StringBuilder();
        form.fields()
                .forEach((name, value) -> part(head, boundary, name, "")
                        .append("\r\n")
                        .append(value)
                        .append("\r\n"));
        part(head, boundary, form.fileField(), "; filename=\"" + form.fileName() + "\"")
                .append("Content-Type: ")
                .append(form.fileType())
                .append("\r\n\r\n");
        return new Payload(
                Optional.of("multipart/form-data; boundary=" + boundary),
                head.toString().getBytes(StandardCharsets.UTF_8),
                Optional.of(form.file()),
                ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static StringBuilder part(StringBuilder head, String boundary, String name, String more) {
        return head.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append('"')
                .append(more)
                .append("\r\n");
    }

    boolean empty() {
        return type.isEmpty() && file.isEmpty();
    }

    long length() {
        return head.length + file.map(ApiBody.Stored::bytes).orElse(0L) + tail.length;
    }

    Publisher<Void> written(NettyOutbound out) {
        if (file.isPresent()) {
            Flux<ByteBuf> around = Flux.concat(piece(head), FileFlow.of(file.get()), piece(tail));
            return out.send(around.filter(piece -> piece.isReadable()));
        }
        return head.length == 0 ? out : out.sendObject(Unpooled.wrappedBuffer(head));
    }

    private static Flux<ByteBuf> piece(byte[] bytes) {
        return Flux.defer(() -> Flux.just(Unpooled.wrappedBuffer(bytes)));
    }
}
