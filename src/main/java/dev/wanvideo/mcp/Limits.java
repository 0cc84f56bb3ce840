package dev.wanvideo.mcp;

/** Limits of the tools themselves; those of the film are in {@link dev.wanvideo.video.Wan27}. */
final class Limits {
    /** Several clients give up a call after 60 s, so no call of ours waits longer than this. */
    static final int WAIT_SECONDS = 45;

    /** How long {@code get_task} waits unless told otherwise. */
    static final int USUAL_WAIT_SECONDS = 30;

    static final int LISTED = 100;
    static final int USUALLY_LISTED = 20;
    static final int REQUEST_ID_CHARACTERS = 200;

    /** A result stays below what desktop clients accept inline. */
    static final int INLINE_PICTURE_BYTES = 200 * 1024;

    private Limits() {}
}
