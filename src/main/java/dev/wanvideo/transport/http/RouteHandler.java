package dev.wanvideo.transport.http;

/** Answers the requests of one {@link Route}; it may block, and several threads call it at once. */
@FunctionalInterface
public interface RouteHandler {

    /** What it throws becomes an answer of 500 that says nothing more. */
    RouteAnswer handle(RouteRequest request);
}
