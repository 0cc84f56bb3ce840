package dev.wanvideo.media.animatic;

import dev.wanvideo.video.FrameSize;

/**
 * What a finished render is.
 *
 * @param sheetJpeg contact sheet, at most 200 KB
 */
public record RenderedFilm(FrameSize size, double seconds, byte[] sheetJpeg) {}
