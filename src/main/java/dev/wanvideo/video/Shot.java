package dev.wanvideo.video;

/**
 * One take of a film as the prompt tells it, from {@code from} to {@code to} seconds.
 *
 * @param number 1-based, as written in the prompt
 * @param caption what happens in it
 */
public record Shot(int number, double from, double to, String caption) {}
