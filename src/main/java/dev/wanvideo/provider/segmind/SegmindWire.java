package dev.wanvideo.provider.segmind;

import dev.wanvideo.http.ApiReply;
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
 * How Segmind is spoken to. It has no list of tasks and no call that stops one.
 *
 * <p>Sources: https://www.segmind.com/models/wan2.7-r2v/api for the blocking call,
 * https://docs.segmind.com/docs/serverless-api/async-inference for the queue, and
 * https://docs.segmind.com/docs/serverless-api for errors and headers; all read 2026-11-20.
 */
record SegmindWire(RemoteSettings settings) implements Wire {
    static final String QUEUED = "/v2/wan2.7-r2v";
    static final String BLOCKING = "/v1/wan2.7-r2v";
    static final String REQUESTS = "/v2/requests/";

    /** As a bearer token the key is refused. */
    @Override
    public Map<String, String> authorization(String key) {
        return Map.of("x-api-key", key);
    }

    @Override
    public boolean blocking(OutgoingRequest request) {
        return request.url().equals(settings.at(BLOCKING));
    }

    @Override
    public Optional<OutgoingRequest> otherDoor(OutgoingRequest refused, ApiReply reply) {
        return reply.status() == 404 && refused.url().equals(settings.at(QUEUED))
                ? Optional.of(new OutgoingRequest("POST", settings.at(BLOCKING), refused.body()))
                : Optional.empty();
    }

    @Override
    public SubmitOutcome submitted(ApiReply reply) {
        if (reply.status() / 100 != 2) {
            return SegmindTrouble.of(reply).ofSubmission(reply);
        }
        // The page's sample reads JSON, the page's text says "Returns: Video": the content type decides.
        if (reply.status() == 200 && (reply.is("video/") || reply.is("application/octet-stream"))) {
            return new SubmitOutcome.Delivered(SegmindReport.ofHeaders(reply));
        }
        return Replies.json(reply).map(json -> queued(json, reply)).orElseGet(() -> Replies.unreadable(reply));
    }

    private static SubmitOutcome queued(JsonNode json, ApiReply reply) {
        // The queue gives its id in the body; an id in the head alone may be that of the blocking call, which nobody
        // can
        // ask for again, so an address of a film must not get lost over it.
        return Replies.text(json, "request_id")
                .<SubmitOutcome>map(id -> new SubmitOutcome.Accepted(id, SegmindReport.ofBody(json)))
                .or(() -> SegmindTask.film(json)
                        .map(film -> new SubmitOutcome.Unknown(
                                "Segmind gave the address of a film" + told(reply) + ": " + film,
                                Optional.of(reply.status()))))
                .or(() -> reply.header("x-request-id")
                        .map(id -> new SubmitOutcome.Accepted(id, SegmindReport.ofBody(json))))
                .orElseGet(() -> Replies.unreadable(reply));
    }

    /** The one call that tells everything; the addresses in an answer to a submission are not followed. */
    private static String told(ApiReply reply) {
        return reply.header("x-request-id")
                .map(id -> " and only in its head a request id, " + Replies.quoted(id))
                .orElse(" but no request id");
    }

    @Override
    public OutgoingRequest poll(String taskId) {
        return OutgoingRequest.get(settings.at(REQUESTS + RemoteSettings.encoded(taskId)));
    }

    @Override
    public PollOutcome polled(ApiReply reply) {
        // A film that failed answers 422: no word about the look at it.
        boolean told = reply.status() / 100 == 2 || reply.status() == 422;
        return told
                ? Replies.json(reply)
                        .flatMap(SegmindTask::read)
                        .orElseGet(() -> SegmindTrouble.COMPLAINT.unreadableLook(reply))
                : SegmindTrouble.of(reply).ofLook(reply);
    }
}
