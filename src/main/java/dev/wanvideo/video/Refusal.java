package dev.wanvideo.video;

import java.util.List;

/** Why a request was not carried out: nothing was submitted and nothing charged. */
public record Refusal(Category category, String message, List<Violation> violations) {
    public Refusal {
        violations = List.copyOf(violations);
    }

    /** A refusal that names no field. */
    public static Refusal of(Category category, String message) {
        return new Refusal(category, message, List.of());
    }
}
