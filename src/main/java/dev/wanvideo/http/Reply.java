package dev.wanvideo.http;

import java.net.URI;

/** What one request brought: the whole body, or another address to ask. */
sealed interface Reply {
    /** The body is in the file. */
    record Whole() implements Reply {}

    /** The server points elsewhere; not yet judged. */
    record Moved(URI to) implements Reply {}
}
