package dev.wanvideo.task;

import dev.wanvideo.provider.Plan;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * A task to be made.
 *
 * @param request with its seed drawn
 * @param requestSha SHA-256 of what the caller asked (before a seed was drawn), hex; equal requests have equal values
 * @param clientKey the caller's {@code request_id}
 */
public record NewTask(
        ReferenceVideoRequest request,
        String requestSha,
        Plan plan,
        Optional<String> clientKey,
        List<String> warnings) {
    public NewTask {
        warnings = List.copyOf(warnings);
    }
}
