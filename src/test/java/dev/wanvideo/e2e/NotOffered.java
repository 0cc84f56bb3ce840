package dev.wanvideo.e2e;

/** Says why a client cannot do a thing at all, whatever the server does. */
final class NotOffered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOffered(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
