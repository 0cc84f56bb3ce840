package dev.wanvideo.http;

import java.nio.file.Path;

/** A body that arrived whole: where it lies and how long it is. */
public record Download(Path file, long bytes) {}
