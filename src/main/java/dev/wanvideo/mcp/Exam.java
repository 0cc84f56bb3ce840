package dev.wanvideo.mcp;

import dev.wanvideo.provider.Considered;
import dev.wanvideo.provider.Plan;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Refusal;
import java.util.List;

/** What came of looking at a request before anything was done. */
sealed interface Exam {
    /** The film can be made like this. */
    record Passed(Plan plan, List<String> warnings, MediaFindings findings) implements Exam {}

    /** It cannot, and these are all the reasons, whoever found them. */
    record Failed(Refusal refusal, List<Considered> considered) implements Exam {}
}
