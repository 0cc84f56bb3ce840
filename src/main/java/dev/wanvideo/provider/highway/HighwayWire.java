package dev.wanvideo.provider.highway;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.ModelReasons;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.Category;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How the family of HighwayAPI is spoken to. It has no list of tasks and no call that stops one.
 *
 * <p>Sources: the page of the call (https://api.highwayapi.ai/v3/async/wan2.7-r2v) and, for results and errors, which it
 * does not show, the sister hosts (https://novita.ai/docs/api-reference/model-apis-task-result and
 * https://novita.ai/docs/api-reference/basic-error-code); all read 2026-11-20.
 */
record HighwayWire(RemoteSettings settings) implements Wire {
    static final String CREATE = "/v3/async/wan2.7-r2v";
    static final String RESULT = "/v3/async/task-result";
    static final Complaint COMPLAINT = new Complaint("highway", "HighwayAPI");

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofSubmission(reply, words(reply), own(reply));
        }
        return Replies.json(reply)
                .flatMap(json -> Replies.text(json, "task_id"))
                .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(id, ProviderReport.NONE))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(settings.at(RESULT + "?task_id=" + RemoteSettings.encoded(taskId)));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofLook(reply, words(reply));
        }
        return Replies.json(reply).flatMap(HighwayTask::read).orElseGet(() -> COMPLAINT.unreadableLook(reply));
    }

    /** An empty account is 402 at JieKou and one kind of 403 at Novita. */
    private static Optional<Category> own(ApiReply reply) {
        Optional<String> words = words(reply);
        if (reply.status() == 403
                && words.filter(w -> w.startsWith("NOT_ENOUGH_BALANCE")).isPresent()) {
            return Optional.of(Category.INSUFFICIENT_FUNDS);
        }
        boolean request = reply.status() == 400 || reply.status() == 422;
        return words.filter(w -> request && ModelReasons.refuseContent(w)).map(w -> Category.CONTENT_REFUSED);
    }

    /** {@code {"code", "reason", "message", "metadata"}}, of which reason is a symbolic word. */
    private static Optional<String> words(ApiReply reply) {
        return Replies.json(reply).map(HighwayWire::words).filter(words -> !words.isEmpty());
    }

    private static String words(JsonNode json) {
        return Stream.of("reason", "message")
                .flatMap(name -> Replies.text(json, name).stream())
                .collect(Collectors.joining(": "));
    }
}
