package dev.wanvideo.mcp;

/** Limits of the tools themselves; those of the film are in {@link dev.wanvideo.video.Wan27}. */
final class Limits {
    /**
     * Several clients give up a call after 60 s, so no call waits longer than this for a client of which nothing else is
     * known; {@code get_task} waits so long unless told otherwise.
     */
    static final int WAIT_SECONDS = 45;

    static final int LISTED = 100;
    static final int USUALLY_LISTED = 20;
    static final int REQUEST_ID_CHARACTERS = 200;

    /** A result stays below what desktop clients accept inline. */
    static final int INLINE_PICTURE_BYTES = 200 * 1024;

    private Limits() {}
}
