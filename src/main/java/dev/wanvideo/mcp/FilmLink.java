package dev.wanvideo.mcp;

/**
 * A link to a finished film among the resources.
 *
 * @param bytes of the film
 */
record FilmLink(String uri, String title, long bytes) {}
