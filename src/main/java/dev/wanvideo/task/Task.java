package dev.wanvideo.task;

import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;

/**
 * One film in the making, as it stands in the store.
 *
 * @param request what was asked, with its seed drawn
 * @param warnings what the caller was warned of when it was made
 */
public record Task(
        String id,
        TaskStatus status,
        String provider,
        ReferenceVideoRequest request,
        Advance advance,
        Cost cost,
        Outcome outcome,
        Times times,
        List<String> warnings) {
    public Task {
        warnings = List.copyOf(warnings);
    }
}
