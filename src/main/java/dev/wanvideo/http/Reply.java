package dev.wanvideo.http;

import java.net.URI;

/** What one request brought: the body, or something else to ask. */
sealed interface Reply {
    /** The intake has all that it wanted. */
    record Whole() implements Reply {}

    /** The same address is to be asked in other words. */
    record Again() implements Reply {}

    /** The server points elsewhere; not yet judged. */
    record Moved(URI to) implements Reply {}
}
