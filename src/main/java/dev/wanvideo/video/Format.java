package dev.wanvideo.video;

/** Shape and length of a film; {@code seconds} may be out of range until the constraints have been checked. */
public record Format(AspectRatio aspectRatio, Resolution resolution, long seconds) {
    /** 16:9, 720p, five seconds. */
    public static final Format DEFAULT = new Format(AspectRatio.WIDE, Resolution.P720, 5);

    /** The pixels of the finished film. */
    public FrameSize size() {
        return FrameSize.of(aspectRatio, resolution);
    }
}
