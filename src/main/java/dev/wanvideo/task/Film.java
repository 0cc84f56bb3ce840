package dev.wanvideo.task;

import dev.wanvideo.video.FrameSize;
import java.nio.file.Path;
import java.util.Optional;

/** A finished film on disk. */
public record Film(Path path, Optional<Path> sheet, FrameSize size, double seconds, long bytes, String sha256) {}
