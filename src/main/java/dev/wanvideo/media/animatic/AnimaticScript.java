package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.Shot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides the pixels of an animatic; equal scripts give equal films on one machine.
 *
 * @param size pixels of the finished film, both even
 * @param shots takes in order, covering the film without gaps; at least one
 */
public record AnimaticScript(
        FrameSize size,
        int framesPerSecond,
        int seconds,
        long seed,
        List<CastMember> cast,
        Optional<Path> startImage,
        List<Shot> shots) {
    public AnimaticScript {
        cast = List.copyOf(cast);
        shots = List.copyOf(shots);
    }
}
