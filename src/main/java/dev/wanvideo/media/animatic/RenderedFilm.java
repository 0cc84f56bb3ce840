package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;

/** What a finished render is. */
public record RenderedFilm(FrameSize size, double seconds, Stills stills) {}
