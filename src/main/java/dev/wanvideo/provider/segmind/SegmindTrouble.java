package dev.wanvideo.provider.segmind;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.Complaint;
import dev.wanvideo.provider.ModelReasons;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.SubmitOutcome;
import dev.wanvideo.video.Category;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An error of Segmind: {@code {"error": "..."}}, which has no codes, so its words are all there is.
 *
 * @param words what it says; empty where there are none to be read
 */
record SegmindTrouble(Optional<String> words) {
    static final Complaint COMPLAINT = new Complaint("segmind", "Segmind");

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Pattern MONEY =
            Pattern.compile("credit|balance|spend(ing)? (limit|cap)|team (limit|cap)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAFETY = Pattern.compile("safety", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("mandatory|must be|required|invalid|not supported", Pattern.CASE_INSENSITIVE);

    static SegmindTrouble of(ApiReply reply) {
        return Replies.json(reply).map(SegmindTrouble::of).orElseGet(() -> new SegmindTrouble(plain(reply)));
    }

    static SegmindTrouble of(JsonNode json) {
        return new SegmindTrouble(Replies.text(json, "error_description")
                .or(() -> Replies.text(json, "error"))
                .or(() -> Replies.text(json, "message")));
    }

    /** "Invalid content type" comes as bare text, 405 as a web page. */
    private static Optional<String> plain(ApiReply reply) {
        return Optional.of(reply.text().strip()).filter(text -> text.matches("(?s)[^<{\\[].*"));
    }

    /** What a submission came to that was answered with this. */
    SubmitOutcome ofSubmission(ApiReply reply) {
        SubmitOutcome outcome = COMPLAINT.ofSubmission(reply, words, own(reply.status()));
        return outcome instanceof SubmitOutcome.Refused no
                ? new SubmitOutcome.Refused(
                        no.category(), no.message(), no.httpStatus(), retryAfter(reply), no.otherDoor())
                : outcome;
    }

    /** What a look came to that was answered with this. */
    PollOutcome ofLook(ApiReply reply) {
        PollOutcome outcome = COMPLAINT.ofLook(reply, words);
        return outcome instanceof PollOutcome.NoAnswer no
                ? new PollOutcome.NoAnswer(no.why(), retryAfter(reply))
                : outcome;
    }

    /** 406 stands for an empty account, a team's limit, a refused value, and a wrong content type alike. */
    Optional<Category> own(int status) {
        if (status == 406 && says(MONEY)) {
            return Optional.of(Category.INSUFFICIENT_FUNDS);
        }
        boolean request = status == 400 || status == 406 || status == 422;
        return request && aboutContent() ? Optional.of(Category.CONTENT_REFUSED) : Optional.empty();
    }

    /** Why a film failed. */
    Category ofFilm() {
        if (aboutContent()) {
            return Category.CONTENT_REFUSED;
        }
        return says(PARAMETER) ? Category.INVALID_REQUEST : Category.UNAVAILABLE;
    }

    private boolean aboutContent() {
        return says(SAFETY) || words.filter(ModelReasons::refuseContent).isPresent();
    }

    private boolean says(Pattern pattern) {
        return words.filter(told -> pattern.matcher(told).find()).isPresent();
    }

    /** There is no Retry-After but a time at which the window opens again; its form is not documented. */
    private static Optional<Duration> retryAfter(ApiReply reply) {
        return Replies.retryAfter(reply)
                .or(() -> reply.header("x-rate-limit-reset-at-utc")
                        .flatMap(SegmindTrouble::moment)
                        .flatMap(end -> reply.header("date")
                                .flatMap(SegmindTrouble::httpDate)
                                .map(now -> Duration.between(now, end))))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Instant> moment(String text) {
        String told = text.strip();
        if (told.matches("\\d{10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(told)));
        }
        try {
            String iso = told.replace(' ', 'T');
            return Optional.of(Instant.parse(iso.endsWith("Z") ? iso : iso + "Z"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
