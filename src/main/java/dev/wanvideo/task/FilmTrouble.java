package dev.wanvideo.task;

/** A film could not be brought or is not whole; another try may do better. */
public final class FilmTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message what was in the way, in words */
    public FilmTrouble(String message) {
        super(message);
    }
}
