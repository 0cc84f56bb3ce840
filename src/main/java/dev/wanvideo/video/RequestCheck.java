package dev.wanvideo.video;

import java.util.List;

/** Holds a whole request against limits, and tells everything that is wrong with it at once. */
public final class RequestCheck {
    private RequestCheck() {}

    /**
     * Every violation in the order of the arguments: of these constraints, of the rules that the model itself sets for
     * names and roles, and of the prompt's mentions.
     */
    public static List<Violation> violations(ReferenceVideoRequest request, List<Constraint> constraints) {
        return constraints.stream().flatMap(c -> c.check(request).stream()).toList();
    }

    /** The same without constraints: what no provider could accept. */
    public static List<Violation> structural(ReferenceVideoRequest request) {
        return violations(request, List.of());
    }
}
