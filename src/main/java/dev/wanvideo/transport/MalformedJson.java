package dev.wanvideo.transport;

/** Says that bytes are not JSON; it carries no stack, since it tells about the sender and not about this program. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message, null, false, false);
    }
}
