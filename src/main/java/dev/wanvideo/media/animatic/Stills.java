package dev.wanvideo.media.animatic;

/**
 * What shows a film without playing it, as JPEG.
 *
 * @param sheet six moments on one picture, at most 200 KB
 * @param poster one moment, at most 80 KB
 */
public record Stills(byte[] sheet, byte[] poster) {}
