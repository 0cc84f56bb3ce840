package dev.wanvideo.provider.dashscope;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.CancelAnswer;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How DashScope is spoken to.
 *
 * <p>Sources: https://www.alibabacloud.com/help/en/model-studio/wan-video-to-video-api-reference and
 * https://www.alibabacloud.com/help/en/model-studio/manage-asynchronous-tasks; both read 2026-11-20.
 *
 * @param settings with a base that ends in {@code /api/v1}
 * @param model whose tasks are listed
 */
record DashscopeWire(RemoteSettings settings, String model) implements Wire {
    static final String CREATE = "/services/aigc/video-generation/video-synthesis";
    static final String TASKS = "/tasks";

    // A page holds 10 tasks unless asked for more; how many it may hold is not told.
    private static final int LISTED = 50;

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return DashscopeTrouble.of(reply).ofSubmission(reply);
        }
        return Replies.json(reply)
                .flatMap(json -> Replies.text(json, "output", "task_id")
                        .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(id, DashscopeTask.report(json))))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(task(taskId));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return DashscopeTrouble.COMPLAINT.ofLook(
                    reply, DashscopeTrouble.of(reply).words());
        }
        return Replies.json(reply)
                .flatMap(DashscopeTask::read)
                .orElseGet(() -> DashscopeTrouble.COMPLAINT.unreadableLook(reply));
    }

    @Override
    public Optional<OutgoingRequest> cancel(String taskId) {
        return Optional.of(new OutgoingRequest("POST", task(taskId) + "/cancel", Map.of()));
    }

    @Override
    public CancelAnswer cancelled(ApiReply reply) {
        Optional<JsonNode> json = Replies.json(reply);
        boolean stopped = reply.status() / 100 == 2
                && json.filter(body -> Replies.text(body, "code").isEmpty()).isPresent();
        if (stopped) {
            return new CancelAnswer(true, "DashScope took the film out of its queue; it costs nothing.");
        }
        String why = DashscopeTrouble.of(reply)
                .words()
                .map(words -> ": \"" + Replies.quoted(words) + "\"")
                .orElse("");
        return new CancelAnswer(
                false,
                "DashScope answered HTTP " + reply.status() + why + ". It stops only films that still wait (PENDING).");
    }

    @Override
    public Optional<OutgoingRequest> list() {
        return Optional.of(
                OutgoingRequest.get(settings.at(TASKS + "?model_name=" + model + "&page_no=1&page_size=" + LISTED)));
    }

    /** Tasks of other models are left out, should the answer hold any: none of them is a film of ours. */
    @Override
    public Optional<List<String>> listed(ApiReply reply) {
        return Replies.entries(reply, "data")
                .map(tasks -> tasks.stream()
                        .filter(task ->
                                Replies.text(task, "model_name").orElse(model).equals(model))
                        .flatMap(task -> Replies.text(task, "task_id").stream())
                        .toList());
    }

    private String task(String taskId) {
        return settings.at(TASKS + "/" + RemoteSettings.encoded(taskId));
    }
}
