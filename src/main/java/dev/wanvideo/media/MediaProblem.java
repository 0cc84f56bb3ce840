package dev.wanvideo.media;

import dev.wanvideo.video.Category;
import java.util.Objects;

/** A reference that cannot be used, with words for the caller; the message names no path that the caller did not give. */
public final class MediaProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final Category category;
    private final String limit;

    public MediaProblem(Category category, String message, String limit) {
        super(message);
        this.category = category;
        this.limit = limit;
    }

    /** Words for the caller, never absent. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The same with a further remark. */
    MediaProblem adding(String remark) {
        return new MediaProblem(category, getMessage() + "; " + remark, limit);
    }

    /** What kind of trouble it is. */
    public Category category() {
        return category;
    }

    /** What would be accepted. */
    public String limit() {
        return limit;
    }
}
