package dev.wanvideo.provider.evolink;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How EvoLink is spoken to. Its answers say {@code can_cancel}, but no call is documented that cancels, and none that
 * lists.
 */
record EvolinkWire(RemoteSettings settings) implements Wire {
    static final Complaint COMPLAINT = new Complaint("evolink", "EvoLink");

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofSubmission(
                    reply, EvolinkErrors.words(reply), EvolinkErrors.code(reply).flatMap(EvolinkErrors::ofSubmission));
        }
        Optional<JsonNode> task = Replies.json(reply);
        return task.flatMap(json -> Replies.text(json, "id"))
                .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(id, EvolinkTask.report(task.get())))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(settings.at(EvolinkProvider.TASKS + RemoteSettings.encoded(taskId)));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return EvolinkErrors.code(reply).filter("invalid_task_id"::equals).isPresent()
                    ? new PollOutcome.Missing("EvoLink says that this is no id of its tasks")
                    : COMPLAINT.ofLook(reply, EvolinkErrors.words(reply));
        }
        return Replies.json(reply).flatMap(EvolinkTask::read).orElseGet(() -> COMPLAINT.unreadableLook(reply));
    }
}
