package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Source;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A remote provider for tests with a small JSON language of its own. */
record FakeSeller(String id, String base) implements Provider, Wire {
    static final int PER_MINUTE = 60;

    @Override
    public Descriptor descriptor() {
        Source source = new Source("https://example.com/limits", LocalDate.of(2026, 11, 20));
        return Descriptor.remote(
                id, "Fake " + id, List.of(), List.of(), 60, new Manners(PER_MINUTE, PER_MINUTE, true, source));
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return Quote.UNKNOWN;
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return post("/films", Map.of("prompt", request.prompt()));
    }

    OutgoingRequest post(String path, Map<String, Object> body) {
        return new OutgoingRequest("POST", base + path, Map.of("X-Async", "yes"), body);
    }

    @Override
    public Optional<Wire> wire() {
        return Optional.of(this);
    }

    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() == 200 && reply.is("video/")) {
            return new SubmitOutcome.Delivered(
                    ProviderReport.of(reply.header("x-word").orElse("done")));
        }
        if (reply.text().contains("crash")) {
            throw new IllegalStateException("the wire has a fault");
        }
        if (reply.status() != 200) {
            return Replies.unsuccessful(reply, Replies.quoted(reply.text()));
        }
        return Replies.json(reply)
                .<SubmitOutcome>map(
                        json -> new SubmitOutcome.Accepted(json.path("id").asString(""), report(json)))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    private static ProviderReport report(JsonNode json) {
        Map<String, Object> details = Map.of(
                "echo", Map.of("deep", List.of(json.path("echo").asString(""), 7)), "model", "wan2.7", "credits", 3);
        return new ProviderReport(
                Replies.text(json, "status"), Optional.empty(), Optional.empty(), Optional.empty(), details);
    }

    @Override
    public boolean blocking(OutgoingRequest request) {
        return request.url().endsWith("/now");
    }

    @Override
    public Optional<OutgoingRequest> otherDoor(OutgoingRequest refused, ApiReply reply) {
        return reply.status() == 404 ? Optional.of(post("/now", refused.body())) : Optional.empty();
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(base + "/films/" + taskId);
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        if (reply.text().contains("crash")) {
            throw new IllegalStateException("the wire has a fault");
        }
        if (reply.status() != 200) {
            return Replies.unsuccessfulPoll(reply, Replies.quoted(reply.text()));
        }
        JsonNode json = Replies.json(reply).orElseThrow();
        return switch (json.path("status").asString("")) {
            case "done" ->
                new PollOutcome.Finished(
                        URI.create(json.path("film").asString("")), Optional.of(Duration.ofHours(1)), report(json));
            case "failed" ->
                new PollOutcome.Failed(
                        Category.CONTENT_REFUSED, json.path("echo").asString(""), Charged.NO, report(json));
            default -> new PollOutcome.Going(report(json));
        };
    }

    @Override
    public Optional<OutgoingRequest> cancel(String taskId) {
        return id.equals("stubborn")
                ? Optional.empty()
                : Optional.of(new OutgoingRequest("POST", base + "/films/" + taskId + "/cancel", Map.of()));
    }

    @Override
    public CancelAnswer cancelled(ApiReply reply) {
        return new CancelAnswer(reply.status() == 200, reply.text());
    }

    @Override
    public Optional<OutgoingRequest> list() {
        return id.equals("stubborn") ? Optional.empty() : Optional.of(OutgoingRequest.get(base + "/films"));
    }

    @Override
    public Optional<List<String>> listed(ApiReply reply) {
        return Optional.of(List.of(reply.text().split(",", -1)));
    }
}
