package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.provider.Wire;
import dev.wanvideo.video.Category;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How AI/ML API is spoken to. It has no call that stops or lists tasks. */
record AimlapiWire(RemoteSettings settings) implements Wire {
    static final Complaint COMPLAINT = new Complaint("aimlapi", "AI/ML API");

    /** Words that make a 403 be about the key and not about credits, for which its documents use 403. */
    private static final Pattern KEY = Pattern.compile("(?i)\\b(api key|token|permission|verif|access denied)");

    private static final Pattern MONEY = Pattern.compile("(?i)credit|balance|funds|billing|quota|top.?up");

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        Optional<String> words = words(reply);
        if (reply.status() / 100 != 2) {
            return COMPLAINT.ofSubmission(
                    reply, words, reply.status() == 403 ? Optional.of(forbidden(words.orElse(""))) : Optional.empty());
        }
        Optional<JsonNode> task = Replies.json(reply);
        return task.flatMap(json -> Replies.text(json, "id"))
                .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(id, AimlapiTask.report(task.get(), reply)))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    private static Category forbidden(String words) {
        boolean aboutKey = KEY.matcher(words).find() && !MONEY.matcher(words).find();
        return aboutKey ? Category.UNAUTHORIZED : Category.INSUFFICIENT_FUNDS;
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(
                settings.at(AimlapiProvider.PATH + "?generation_id=" + RemoteSettings.encoded(taskId)));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        return reply.status() / 100 != 2
                ? COMPLAINT.ofLook(reply, words(reply))
                : Replies.json(reply)
                        .flatMap(task -> AimlapiTask.read(task, reply))
                        .orElseGet(() -> COMPLAINT.unreadableLook(reply));
    }

    private static Optional<String> words(ApiReply reply) {
        return Replies.json(reply).flatMap(json -> Replies.text(json, "message"));
    }
}
