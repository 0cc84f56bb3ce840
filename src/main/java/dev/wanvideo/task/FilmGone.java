package dev.wanvideo.task;

/** The address of a film has no film any more; asking there again is of no use. */
public final class FilmGone extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what the address answered, in words */
    public FilmGone(String message) {
        super(message);
    }
}
