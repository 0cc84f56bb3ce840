package dev.wanvideo.media;

import dev.wanvideo.http.FetchProblem;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;

/** Says in the words of this package what went wrong on the network. */
final class Fetches {
    private Fetches() {}

    /** The problem with a reference that a failed fetch means. */
    static MediaProblem problem(FetchProblem problem, MediaKind kind) {
        String limit = problem.kind() == FetchProblem.Kind.TOO_LARGE
                ? MediaLimits.of(kind).words()
                : "a public https address that serves the file itself";
        return new MediaProblem(category(problem.kind()), problem.getMessage(), limit);
    }

    static Category category(FetchProblem.Kind kind) {
        return switch (kind) {
            case FORBIDDEN, TOO_LARGE -> Category.INVALID_REQUEST;
            case UNRESOLVED, NOT_FOUND -> Category.NOT_FOUND;
            case TIMEOUT -> Category.TIMEOUT;
            case UNAVAILABLE, DISK -> Category.UNAVAILABLE;
            case PROTOCOL -> Category.PROTOCOL;
        };
    }
}
