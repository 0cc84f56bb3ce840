package dev.wanvideo.transport.stdio;

/** Says that the core could not be built; what was wrong has been logged where it happened. */
final class CoreUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    CoreUnavailable() {
        super(null, null, false, false);
    }
}
