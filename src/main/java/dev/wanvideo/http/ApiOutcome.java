package dev.wanvideo.http;

import java.nio.file.Path;

/** What became of a call. Its words are for people; they hold no address, key or class name. */
public sealed interface ApiOutcome {
    /** The server answered in full. */
    record Answered(ApiReply reply) implements ApiOutcome {}

    /**
     * The server answered 200 with a film, which was written to disk.
     *
     * @param reply its head; the body is empty
     */
    record Saved(ApiReply reply, Path file) implements ApiOutcome {}

    /** Not one byte of the request left this machine: no such host, no connection, no TLS. */
    record NotSent(String why) implements ApiOutcome {}

    /** The request was sent, at least in part, and no whole answer came: the server may have acted on it. */
    record Broken(String why) implements ApiOutcome {}
}
