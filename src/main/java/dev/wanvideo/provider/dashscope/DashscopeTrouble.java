package dev.wanvideo.provider.dashscope;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An error of DashScope: {@code {"code", "message", "request_id"}}, or the same two words in a failed task's output.
 *
 * <p>Source of the codes: https://www.alibabacloud.com/help/en/model-studio/error-code (read 2026-11-20).
 *
 * @param code its own, e.g. {@code DataInspectionFailed}; empty where it tells none
 * @param words what it says; empty where there are none to be read
 */
record DashscopeTrouble(String code, Optional<String> words) {
    static final Complaint COMPLAINT = new Complaint("dashscope", "DashScope");

    static DashscopeTrouble of(ApiReply reply) {
        return Replies.json(reply)
                .map(DashscopeTrouble::of)
                .orElseGet(() -> new DashscopeTrouble("", Optional.empty()));
    }

    static DashscopeTrouble of(JsonNode json) {
        String both = Stream.of("code", "message")
                .flatMap(name -> Replies.text(json, name).stream())
                .collect(Collectors.joining(": "));
        return new DashscopeTrouble(
                Replies.text(json, "code").orElse(""), Optional.of(both).filter(words -> !words.isEmpty()));
    }

    /** What a submission came to that was answered with this. */
    SubmitOutcome ofSubmission(ApiReply reply) {
        // Of 5xx only this code is a definite no; a gateway's 503 says nothing about what lies behind it.
        if (reply.status() == 503 && code.equals("ModelUnavailable")) {
            return new SubmitOutcome.Refused(
                    Category.UNAVAILABLE,
                    "DashScope answered HTTP 503: \"" + Replies.quoted(words.orElse(code))
                            + "\". Try again later or use another provider.",
                    reply.status(),
                    Replies.retryAfter(reply),
                    Optional.empty());
        }
        SubmitOutcome outcome = COMPLAINT.ofSubmission(reply, words, ofCode());
        return outcome instanceof SubmitOutcome.Refused no
                ? new SubmitOutcome.Refused(
                        no.category(),
                        no.message() + hint(no.category()),
                        no.httpStatus(),
                        no.retryAfter(),
                        no.otherDoor())
                : outcome;
    }

    /** What a code says for certain, whatever the status: 400 stands for an empty account too. */
    Optional<Category> ofCode() {
        if (code.equals("Arrearage")) {
            return Optional.of(Category.INSUFFICIENT_FUNDS);
        }
        // InvalidParameter.DataInspection is another matter: media that could not be fetched or read.
        if (code.startsWith("DataInspectionFailed") || code.startsWith("IPInfringementSuspect")) {
            return Optional.of(Category.CONTENT_REFUSED);
        }
        if (code.startsWith("Throttling")) {
            return Optional.of(Category.RATE_LIMITED);
        }
        return code.equals("InvalidApiKey") || code.contains("AccessDenied")
                ? Optional.of(Category.UNAUTHORIZED)
                : Optional.empty();
    }

    /** Why a film failed. */
    Category ofFilm() {
        return ofCode().orElseGet(() -> {
            if (code.startsWith("Invalid")
                    || code.startsWith("BadRequest")
                    || code.startsWith("UnsupportedFileFormat")) {
                return Category.INVALID_REQUEST;
            }
            return code.contains("Timeout") || code.contains("TimeOut") ? Category.TIMEOUT : Category.UNAVAILABLE;
        });
    }

    /** The same in words. */
    String ofFilmInWords() {
        Category category = ofFilm();
        return COMPLAINT.failed(category, words) + hint(category);
    }

    /** What its own words leave out. */
    private String hint(Category category) {
        return switch (category) {
            case UNAUTHORIZED, NOT_FOUND -> " Key, DASHSCOPE_BASE_URL and model must be of one region.";
            case INVALID_REQUEST ->
                aboutMedia() ? " It fetches every reference itself: each must open at a public address." : "";
            case UNSUPPORTED,
                    INSUFFICIENT_FUNDS,
                    OVER_BUDGET,
                    CONTENT_REFUSED,
                    RATE_LIMITED,
                    UNAVAILABLE,
                    TIMEOUT,
                    OUTCOME_UNKNOWN,
                    PROTOCOL -> "";
        };
    }

    private boolean aboutMedia() {
        return code.startsWith("InvalidParameter.DataInspection")
                || code.startsWith("BadRequest.InputDownloadFailed")
                || code.equals("InvalidURL");
    }
}
