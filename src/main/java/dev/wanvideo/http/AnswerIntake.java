package dev.wanvideo.http;

import dev.wanvideo.http.FetchProblem.Kind;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClientResponse;

/** Takes one answer in: a film to its file where one is held out, all else to memory up to a limit. */
final class AnswerIntake {
    /** The longest documented answer is a list of tasks of some hundred kilobytes. */
    static final int MOST_TEXT = 4 << 20;

    private final Optional<FilmFile> film;

    AnswerIntake(Optional<FilmFile> film) {
        this.film = film;
    }

    /** The outcome, once the body has ended as the server said that it would. */
    Mono<ApiOutcome> read(HttpClientResponse response, ByteBufFlux content) {
        int status = response.status().code();
        ApiReply head = new ApiReply(status, headers(response), new byte[0]);
        return film.filter(file -> isFilm(head))
                .map(file ->
                        pour(content, file::write).then(Mono.<ApiOutcome>just(new ApiOutcome.Saved(head, file.path()))))
                .orElseGet(() -> text(head, content));
    }

    private static Mono<ApiOutcome> text(ApiReply head, ByteBufFlux content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        return pour(content, chunk -> append(body, chunk))
                .then(Mono.fromSupplier(() ->
                        new ApiOutcome.Answered(new ApiReply(head.status(), head.headers(), body.toByteArray()))));
    }

    /** An error from the drain cancels the rest, and with it the connection. */
    private static Flux<Object> pour(ByteBufFlux content, Drain drain) {
        return content.asByteArray().handle((chunk, sink) -> {
            try {
                drain.take(chunk);
            } catch (FetchProblem e) {
                sink.error(e);
            }
        });
    }

    private static void append(ByteArrayOutputStream body, byte[] chunk) throws FetchProblem {
        if (body.size() + chunk.length > MOST_TEXT) {
            throw new FetchProblem(Kind.TOO_LARGE, "the answer is longer than " + (MOST_TEXT >> 20) + " MB");
        }
        body.write(chunk, 0, chunk.length);
    }

    /** A compressed one would be no film on disk. */
    private static boolean isFilm(ApiReply head) {
        String encoding =
                head.header(HttpHeaderNames.CONTENT_ENCODING.toString()).orElse("identity");
        return head.status() == 200
                && (head.is("video/") || head.is("application/octet-stream"))
                && "identity".equalsIgnoreCase(encoding.strip());
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.responseHeaders()
                .forEach(header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + ", " + b));
        return headers;
    }

    /** Where the bytes go. */
    private interface Drain {
        void take(byte[] chunk) throws FetchProblem;
    }
}
