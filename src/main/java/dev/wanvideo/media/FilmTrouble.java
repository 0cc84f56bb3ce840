package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import java.util.Objects;

/** A film that could not be brought or is not whole; another attempt may succeed. Its words are for people. */
public final class FilmTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final Category category;

    FilmTrouble(Category category, String message) {
        super(message);
        this.category = category;
    }

    /** Words for the caller, never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What kind of trouble it is. */
    public Category category() {
        return category;
    }
}
