package dev.wanvideo.media;

import java.util.Objects;

/** A film that is no longer, or was never, behind its link, so that trying again is of no use; its words are for people. */
public final class FilmGone extends Exception {
    private static final long serialVersionUID = 1L;

    FilmGone(String message) {
        super(message);
    }

    /** Words for the caller, never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
