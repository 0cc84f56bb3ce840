package dev.wanvideo.video;

/**
 * One place in a prompt that names a reference.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset behind the last character
 * @param reference 0-based index into the request's references
 */
public record Mention(int start, int end, int reference) {}
