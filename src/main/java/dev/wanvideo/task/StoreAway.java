package dev.wanvideo.task;

/** The database cannot be reached for now; it may well be back in a moment, and nothing needs to be started anew then. */
public final class StoreAway extends StoreUnavailable {
    private static final long serialVersionUID = 1L;

    StoreAway(String message, Throwable cause) {
        super(message, cause);
    }
}
