package dev.wanvideo.provider.aimlapi;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.ModelReasons;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What AI/ML API tells of a task. */
final class AimlapiTask {
    // Its documents name no reasons; these are the codes of the model behind, which hosts pass on.
    private static final Pattern INPUT =
            Pattern.compile("(?i)InvalidParameter|InvalidURL|InputDownloadFailed|UnsupportedFileFormat");

    private AimlapiTask() {}

    /** How the task is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode task, ApiReply reply) {
        ProviderReport report = report(task, reply);
        return report.status().map(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "completed" -> completed(task, report);
            case "error" -> failed(task, report);
            // queued, generating, and whatever it may say one day.
            default -> new PollOutcome.Going(report);
        });
    }

    private static PollOutcome completed(JsonNode task, ProviderReport report) {
        // How long the address is good for is published nowhere.
        return Replies.text(task, "video", "url")
                .flatMap(FilmAddress::read)
                .<PollOutcome>map(film -> new PollOutcome.Finished(film, Optional.empty(), report))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "AI/ML API says completed but gives no address of the film", Optional.empty()));
    }

    private static PollOutcome failed(JsonNode task, ProviderReport report) {
        JsonNode error = task.path("error");
        Optional<String> name = Replies.text(error, "name");
        Optional<String> message = Replies.text(error, "message").or(() -> Replies.text(error));
        Optional<String> words =
                message.map(m -> name.map(n -> n + ": ").orElse("") + m).or(() -> name);
        Category category = words.map(AimlapiTask::category).orElse(Category.UNAVAILABLE);
        // Its documents: a generation that fails is not charged.
        return new PollOutcome.Failed(category, AimlapiWire.COMPLAINT.failed(category, words), Charged.NO, report);
    }

    private static Category category(String words) {
        if (ModelReasons.refuseContent(words)) {
            return Category.CONTENT_REFUSED;
        }
        return INPUT.matcher(words).find() ? Category.INVALID_REQUEST : Category.UNAVAILABLE;
    }

    /** Its price is in the body, or in a header beside it. */
    static ProviderReport report(JsonNode task, ApiReply reply) {
        JsonNode usage = task.path("meta").path("usage");
        Map<String, Object> details = new LinkedHashMap<>();
        Replies.text(usage, "credits_used")
                .or(() -> spent(reply, "x-aimlapi-credits-used"))
                .flatMap(AimlapiTask::amount)
                .ifPresent(credits -> details.put("credits_used", credits));
        return new ProviderReport(
                Replies.text(task, "status").map(Replies::quoted),
                Optional.empty(),
                Optional.empty(),
                Replies.text(usage, "usd_spent")
                        .or(() -> spent(reply, "x-aimlapi-usd-spent"))
                        .flatMap(AimlapiTask::amount),
                details);
    }

    /** A head tells of its own call, and a look costs nothing: that is no word about the film. */
    private static Optional<String> spent(ApiReply reply, String header) {
        return reply.header(header)
                .filter(text -> amount(text).filter(usd -> usd.signum() > 0).isPresent());
    }

    private static Optional<BigDecimal> amount(String text) {
        return Optional.of(text.strip())
                .filter(t -> t.matches("\\d{1,12}(\\.\\d{1,12})?"))
                .map(BigDecimal::new);
    }
}
