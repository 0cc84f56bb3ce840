package dev.wanvideo.task;

/** A row says something that only a newer release understands, which may share this home; it is left to that one. */
final class NewerRecord extends StoreUnavailable {
    private static final long serialVersionUID = 1L;

    NewerRecord(String id, Throwable cause) {
        super(
                "Task " + id + " was written by a newer version of wan-video-mcp, which this one does not understand:"
                        + " update wan-video-mcp.",
                cause);
    }
}
