package dev.wanvideo.provider.evolink;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Category;
import java.util.Optional;

/**
 * What EvoLink's error codes mean. In its documents a code is a word; its own client also reads numbers.
 *
 * <p>Source: https://docs.evolink.ai/en/api-manual/task-management/get-task-detail (read 2026-11-20).
 */
final class EvolinkErrors {
    private EvolinkErrors() {}

    static Optional<String> code(ApiReply reply) {
        return Replies.json(reply).flatMap(json -> Replies.text(json, "error", "code"));
    }

    /** The message, with the parameter that it is about. */
    static Optional<String> words(ApiReply reply) {
        return Replies.json(reply)
                .map(json -> json.path("error"))
                .flatMap(error -> Replies.text(error, "message")
                        .map(message -> message
                                + Replies.text(error, "param")
                                        .map(p -> " (" + p + ")")
                                        .orElse("")));
    }

    /** Of a submission that was refused; empty where the status says as much. */
    static Optional<Category> ofSubmission(String code) {
        return switch (code) {
            case "insufficient_quota", "quota_exceeded" -> Optional.of(Category.INSUFFICIENT_FUNDS);
            case "content_policy_violation" -> Optional.of(Category.CONTENT_REFUSED);
            case "rate_limit_exceeded" -> Optional.of(Category.RATE_LIMITED);
            default -> Optional.empty();
        };
    }

    /** Of a task that failed. */
    static Category ofTask(String code) {
        return switch (code) {
            case "content_policy_violation" -> Category.CONTENT_REFUSED;
            case "invalid_parameters", "image_processing_error", "image_dimension_mismatch" -> Category.INVALID_REQUEST;
            case "generation_timeout" -> Category.TIMEOUT;
            // generation_failed_no_content, service_error, resource_exhausted, quota_exceeded, service_unavailable,
            // unknown_error, request_cancelled: all pass, and nothing about the request need change.
            default -> Category.UNAVAILABLE;
        };
    }
}
