package dev.wanvideo.provider.freepik;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How Freepik is spoken to. It lists an account's tasks, but has no call that stops one.
 *
 * @param keyHeader {@code x-freepik-api-key}, or {@code x-magnific-api-key} at the renamed host
 */
record FreepikWire(RemoteSettings settings, String keyHeader) implements Wire {
    static final Complaint COMPLAINT = new Complaint("freepik", "Freepik");

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of(keyHeader, key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofSubmission(reply, words(reply), Optional.empty());
        }
        Optional<JsonNode> task = Replies.json(reply).map(FreepikWire::unwrapped);
        return task.flatMap(json -> Replies.text(json, "task_id"))
                .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(
                        id,
                        task.flatMap(FreepikTask::word).map(ProviderReport::of).orElse(ProviderReport.NONE)))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(settings.at(FreepikProvider.PATH + "/" + RemoteSettings.encoded(taskId)));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofLook(reply, words(reply));
        }
        return Replies.json(reply)
                .map(FreepikWire::unwrapped)
                .flatMap(FreepikTask::read)
                .orElseGet(() -> COMPLAINT.unreadableLook(reply));
    }

    @Override
    public Optional<OutgoingRequest> list() {
        return Optional.of(OutgoingRequest.get(settings.at(FreepikProvider.PATH)));
    }

    @Override
    public Optional<List<String>> listed(ApiReply reply) {
        return Replies.entries(reply, "data")
                .map(tasks -> tasks.stream()
                        .flatMap(task -> Replies.text(task, "task_id").stream())
                        .toList());
    }

    /** The documents wrap a task in {@code data}; its web hooks, which tell the same, do not. */
    static JsonNode unwrapped(JsonNode json) {
        return json.path("data").isObject() ? json.path("data") : json;
    }

    /** Its error bodies come in three shapes: a message, a message with invalid_params, and problem+json. */
    static Optional<String> words(ApiReply reply) {
        return Replies.json(reply)
                .flatMap(json -> Replies.text(json, "message")
                        .or(() -> Replies.text(json, "detail"))
                        .or(() -> Replies.text(json, "title"))
                        .map(message -> message + fields(json.path("invalid_params"))));
    }

    private static String fields(JsonNode params) {
        String told = params.values().stream()
                .map(param -> param.path("field").asString("") + ": "
                        + param.path("reason").asString(""))
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? "" : " (" + told + ")";
    }
}
