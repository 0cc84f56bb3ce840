package dev.wanvideo.app.client;

/** A configuration that is left as it is; the message tells a person why. */
public final class Unchangeable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unchangeable(String message) {
        super(message);
    }
}
