package dev.wanvideo.provider;

import dev.wanvideo.video.Refusal;
import java.util.List;

/** A plan, or why there is none. */
public sealed interface PlanOutcome {
    /** The film can be made. */
    record Planned(Plan plan) implements PlanOutcome {}

    /** No provider takes the request as it stands. */
    record Rejected(Refusal refusal, List<Considered> considered) implements PlanOutcome {
        public Rejected {
            considered = List.copyOf(considered);
        }
    }
}
