package dev.wanvideo.task;

import dev.wanvideo.provider.Plan;
import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Optional;

/**
 * A task to be made.
 *
 * @param request with its seed drawn
 * @param requestSha SHA-256 of what the caller asked (before a seed was drawn), hex; equal requests have equal values
 * @param clientKey the caller's {@code request_id}
 * @param wish who was asked for and at what price, for choosing anew when the provider refuses
 * @param findings what was found out about the media, for the same
 */
public record NewTask(
        ReferenceVideoRequest request,
        String requestSha,
        Plan plan,
        Optional<String> clientKey,
        List<String> warnings,
        Wish wish,
        MediaFindings findings) {
    public NewTask {
        warnings = List.copyOf(warnings);
    }
}
