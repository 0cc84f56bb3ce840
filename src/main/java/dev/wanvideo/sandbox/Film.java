package dev.wanvideo.sandbox;

import java.nio.file.Path;
import java.time.Instant;

/** A finished film on disk, and since when it is. */
record Film(Path file, Instant since) {}
