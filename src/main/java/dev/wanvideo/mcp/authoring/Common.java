package dev.wanvideo.mcp.authoring;

import dev.wanvideo.mcp.authoring.AuthoringPrompt.Argument;
import dev.wanvideo.video.AspectRatio;
import dev.wanvideo.video.Format;
import dev.wanvideo.video.Wan27;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What several prompts ask for and say alike. */
final class Common {
    static final Argument CAST = Argument.required(
            "cast", "Who and what is seen, one per line: name = path or https address (voice = ... if it speaks)");
    static final Argument DURATION = Argument.optional("duration", "Seconds, " + Wan27.DURATION.limit());
    static final Argument ASPECT_RATIO =
            Argument.optional("aspect_ratio", String.join(", ", Wan27.ASPECT_RATIO.words()));
    static final Argument LANGUAGE = Argument.optional("language", "What is spoken, e.g. English");

    private static final List<String> LANGUAGES = List.of(
            "English",
            "Chinese",
            "Spanish",
            "French",
            "German",
            "Japanese",
            "Korean",
            "Portuguese",
            "Italian",
            "Russian");

    static final String CALLS = """
            Then call create_reference_video with dry_run: true, mend what it warns of, and tell the user the price. \
            Only when a paid film was agreed to, or the provider is preview, call it with the same arguments without \
            dry_run, with a request_id and max_cost_usd. Wait with get_task, look at the contact sheet, and show the \
            user the path of the film.
            """;

    private Common() {}

    static List<String> values(String argument) {
        return switch (argument) {
            case "duration" ->
                LongStream.rangeClosed(Wan27.DURATION.min(), Wan27.DURATION.max())
                        .mapToObj(String::valueOf)
                        .toList();
            case "aspect_ratio" ->
                Arrays.stream(AspectRatio.values()).map(AspectRatio::word).toList();
            case "language" -> LANGUAGES;
            default -> List.of();
        };
    }

    /** The seconds asked for, or the usual ones. */
    static long seconds(Map<String, String> given, long usual) throws UnusableArgument {
        Optional<String> said = Optional.ofNullable(given.get(DURATION.name()));
        return said.isEmpty()
                ? usual
                : number(
                        said.get(), Wan27.DURATION.min(), Wan27.DURATION.max(), DURATION.name(), Wan27.DURATION.unit());
    }

    static long number(String said, long min, long max, String name, String unit) throws UnusableArgument {
        String digits = said.strip().replaceFirst("(?i)\\s*(?:s|sec|seconds|秒)$", "");
        try {
            long number = Long.parseLong(digits);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new UnusableArgument(name + " must be " + min + "-" + max + unit);
    }

    /** The settings that were given, as words for the model. */
    static String wishes(Map<String, String> given, long seconds) {
        StringBuilder wishes = new StringBuilder("duration: " + seconds + "\n");
        Optional.ofNullable(given.get(ASPECT_RATIO.name()))
                .ifPresent(
                        ratio -> wishes.append("aspect_ratio: ").append(ratio).append('\n'));
        Optional.ofNullable(given.get(LANGUAGE.name()))
                .ifPresent(language -> wishes.append("language of all lines: ")
                        .append(language)
                        .append(" (say \"audio in ")
                        .append(language)
                        .append("\" in the prompt)\n"));
        return wishes.toString();
    }

    static long usualSeconds() {
        return Format.DEFAULT.seconds();
    }
}
