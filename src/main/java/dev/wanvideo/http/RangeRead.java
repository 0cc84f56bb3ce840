package dev.wanvideo.http;

import java.net.URI;
import java.util.OptionalLong;

/**
 * A part of a remote file.
 *
 * @param start where in the file the bytes begin: 0 where the server ignored what was asked for
 * @param bytes never more than were asked for; fewer at the end of the file
 * @param total length of the file, where the server tells it
 * @param ranged whether the server serves parts at all
 * @param uri the address that answered, after redirects
 */
public record RangeRead(long start, byte[] bytes, OptionalLong total, boolean ranged, URI uri) {}
