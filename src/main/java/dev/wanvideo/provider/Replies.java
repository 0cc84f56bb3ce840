package dev.wanvideo.provider;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.video.Category;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every wire reads alike: JSON, and what an HTTP status says where the provider's own code says no more. */
public final class Replies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_QUOTE = 300;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private Replies() {}

    /** The body as a JSON object; empty when it is anything else. */
    public static Optional<JsonNode> json(ApiReply reply) {
        return json(reply.text());
    }

    /** The same of a text, for answers that hold JSON inside JSON. */
    public static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A text of some length below a node; empty when it is absent, blank or no text. */
    public static Optional<String> text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return Optional.of(at)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank());
    }

    /** The entries of a list under this name of a success; empty when it is none or has no such list. */
    public static Optional<List<JsonNode>> entries(ApiReply reply, String name) {
        return Optional.of(reply)
                .filter(answer -> answer.status() / 100 == 2)
                .flatMap(Replies::json)
                .map(json -> json.path(name))
                .filter(JsonNode::isArray)
                .map(list -> List.copyOf(list.values()));
    }

    /** What a provider wrote, fit to be shown: one line, not too long. */
    public static String quoted(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    /**
     * What a submission came to that was answered with anything but a success, by its status alone: 4xx is a definite
     * no, except 408; 5xx proves nothing.
     *
     * @param words the provider's own
     */
    public static SubmitOutcome unsuccessful(ApiReply reply, String words) {
        return category(reply.status())
                .<SubmitOutcome>map(category ->
                        new SubmitOutcome.Refused(category, words, reply.status(), retryAfter(reply), Optional.empty()))
                .orElseGet(() -> new SubmitOutcome.Unknown(words, Optional.of(reply.status())));
    }

    /** A success that cannot be read proves nothing: the film may well be in the making. */
    public static SubmitOutcome unreadable(ApiReply reply) {
        return new SubmitOutcome.Unknown(
                "The provider answered HTTP " + reply.status() + " with what is not the answer its documents promise",
                Optional.of(reply.status()));
    }

    /** What a look at a task came to that was answered with anything but a success, by its status alone. */
    public static PollOutcome unsuccessfulPoll(ApiReply reply, String words) {
        return reply.status() == 404
                ? new PollOutcome.Missing(words)
                : new PollOutcome.NoAnswer("HTTP " + reply.status() + ": " + words, retryAfter(reply));
    }

    /**
     * What a status says for certain about a submission; empty where it proves nothing. Redirects are not followed, since
     * the key would go along; 301, 307 and 308 say that nothing was done here, and
     * 302 and 303 may say that it was.
     */
    public static Optional<Category> category(int status) {
        return switch (status) {
            case 301, 307, 308 -> Optional.of(Category.PROTOCOL);
            case 401, 403 -> Optional.of(Category.UNAUTHORIZED);
            case 402 -> Optional.of(Category.INSUFFICIENT_FUNDS);
            case 404 -> Optional.of(Category.NOT_FOUND);
            case 405, 410 -> Optional.of(Category.UNSUPPORTED);
            case 408 -> Optional.empty();
            case 429 -> Optional.of(Category.RATE_LIMITED);
            default -> status >= 400 && status < 500 ? Optional.of(Category.INVALID_REQUEST) : Optional.empty();
        };
    }

    /** How long the provider asks to be left alone: seconds, or a date that is compared with the answer's own. */
    public static Optional<Duration> retryAfter(ApiReply reply) {
        return reply.header("retry-after")
                .map(String::strip)
                .flatMap(value -> value.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : until(value, reply.header("date").orElse("")))
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> until(String date, String now) {
        try {
            return Optional.of(Duration.between(
                    ZonedDateTime.parse(now, DateTimeFormatter.RFC_1123_DATE_TIME),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
