package dev.wanvideo.video;

/** Width and height of a picture in pixels. */
public record FrameSize(int width, int height) {
    public FrameSize {
        if (width < 2 || height < 2) {
            throw new IllegalArgumentException("a frame has at least 2x2 pixels");
        }
    }

    /**
     * The pixels WAN 2.7 delivers for a resolution and an aspect ratio.
     *
     * <p>Source: https://www.alibabacloud.com/help/en/model-studio/wan-video-to-video-api-reference (read 2026-11-20).
     */
    public static FrameSize of(AspectRatio ratio, Resolution resolution) {
        boolean full = resolution == Resolution.P1080;
        return switch (ratio) {
            case WIDE -> full ? new FrameSize(1920, 1080) : new FrameSize(1280, 720);
            case TALL -> full ? new FrameSize(1080, 1920) : new FrameSize(720, 1280);
            case SQUARE -> full ? new FrameSize(1440, 1440) : new FrameSize(960, 960);
            case CLASSIC -> full ? new FrameSize(1648, 1248) : new FrameSize(1104, 832);
            case CLASSIC_TALL -> full ? new FrameSize(1248, 1648) : new FrameSize(832, 1104);
        };
    }

    /** Half of each side, rounded down to even numbers. */
    public FrameSize half() {
        return new FrameSize(width / 4 * 2, height / 4 * 2);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
