package dev.wanvideo.provider.freepik;

import dev.wanvideo.provider.FilmAddress;
import dev.wanvideo.provider.PollOutcome;
import dev.wanvideo.provider.ProviderReport;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.Charged;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What Freepik tells of a task: a word, and the film's address once it is made; never a reason or a price. */
final class FreepikTask {
    private FreepikTask() {}

    /** Its status word. */
    static Optional<String> word(JsonNode task) {
        return Replies.text(task, "status").map(Replies::quoted);
    }

    /** How the task is; empty when the answer has no status. */
    static Optional<PollOutcome> read(JsonNode task) {
        return word(task).map(word -> switch (word.toUpperCase(Locale.ROOT)) {
            case "COMPLETED" -> completed(task, report(word, task));
            case "FAILED", "CANCELLED", "CANCELED" -> failed(task, report(word, task));
            // CREATED, IN_PROGRESS, and whatever it may say one day.
            default -> new PollOutcome.Going(report(word, task));
        });
    }

    private static PollOutcome completed(JsonNode task, ProviderReport report) {
        // How long the address is good for is published nowhere.
        return Replies.text(task.path("generated").path(0))
                .flatMap(FilmAddress::read)
                .<PollOutcome>map(film -> new PollOutcome.Finished(film, Optional.empty(), report))
                .orElseGet(() -> new PollOutcome.NoAnswer(
                        "Freepik says COMPLETED but gives no address of the film", Optional.empty()));
    }

    private static PollOutcome failed(JsonNode task, ProviderReport report) {
        Category category = flags(task).contains(true) ? Category.CONTENT_REFUSED : Category.UNAVAILABLE;
        String words = FreepikWire.COMPLAINT.failed(category, Replies.text(task, "message"));
        // Whether a failed film costs credits is published nowhere.
        return new PollOutcome.Failed(category, words, Charged.UNKNOWN, report);
    }

    private static ProviderReport report(String word, JsonNode task) {
        List<Boolean> flags = flags(task);
        Map<String, Object> details = flags.isEmpty() ? Map.of() : Map.of("has_nsfw", flags);
        return new ProviderReport(Optional.of(word), Optional.empty(), Optional.empty(), Optional.empty(), details);
    }

    /** Sibling models of the same host tell of each film whether it was held to be indecent. */
    private static List<Boolean> flags(JsonNode task) {
        return task.path("has_nsfw").values().stream()
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean)
                .toList();
    }
}
