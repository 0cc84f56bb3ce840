package dev.wanvideo.mcp.authoring;

/** An argument of a prompt that is missing or cannot be used; the message says what to give. */
public final class UnusableArgument extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableArgument(String message) {
        super(message);
    }
}
