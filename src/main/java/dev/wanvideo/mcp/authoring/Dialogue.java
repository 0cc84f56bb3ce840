package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import dev.wanvideo.video.Wan27;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Characters who speak, each with a voice. */
final class Dialogue implements AuthoringPrompt {
    /** Words spoken in a second, unhurried. */
    private static final double PACE = 2.5;
    /** Han characters spoken in a second. */
    private static final double HAN_PACE = 4.5;

    private static final Pattern SPEAKER = Pattern.compile("(?m)^\\h*[^:：\\n]{1,40}[:：]");
    private static final Argument LANGUAGE = Argument.required("language", "What is spoken, e.g. English");

    @Override
    public String name() {
        return "dialogue";
    }

    @Override
    public String title() {
        return "Let characters speak";
    }

    @Override
    public String description() {
        return "From lines and a cast with voices to a film in which they are spoken, in the language you say.";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Argument.required("lines", "One per line, name: words"),
                Common.CAST,
                LANGUAGE,
                Common.DURATION,
                Common.ASPECT_RATIO);
    }

    @Override
    public String text(Principal principal, Map<String, String> given) throws UnusableArgument {
        String lines = String.valueOf(given.get("lines"));
        long needed = secondsFor(lines);
        long seconds = Common.seconds(given, Math.max(Common.usualSeconds(), Math.min(needed, Wan27.DURATION.max())));
        String language = given.get(LANGUAGE.name());
        return """
                Make a film in which these lines are spoken, with the tool create_reference_video.

                Lines:
                %s

                Cast:
                %s

                %s%s
                Write the arguments:
                1. `references`: one entry for each speaker, with `name`, `image` or `video`, and `voice` (a clip of \
                that voice; its language should be %s too). Without a voice the model invents one. Not every provider \
                binds a voice to each speaker: the dry run tells.
                2. `prompt`: who speaks is named at each line, with a feeling and a pace: @name says warmly and slowly \
                in %s, "...". The words stand in quotes, unchanged. Say where each speaker stands and who listens, and \
                end with "Audio in %s." Who has no line gets "does not speak".
                %s
                %s""".formatted(
                        lines,
                        given.get("cast"),
                        Common.wishes(given, seconds),
                        needed > seconds
                                ? "The lines take about " + needed + " seconds when spoken, the film has " + seconds
                                        + ": tell the user, and offer to shorten them.\n"
                                : "",
                        language,
                        language,
                        language,
                        Common.CALLS,
                        Guide.text());
    }

    /** How long these lines take to speak, without the names before them. */
    static long secondsFor(String lines) {
        String spoken = SPEAKER.matcher(lines).replaceAll(" ");
        long han = spoken.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN)
                .count();
        long words = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]+")
                .matcher(spoken)
                .results()
                .count();
        return (long) Math.ceil(han / HAN_PACE + words / PACE);
    }

    @Override
    public List<String> values(Principal principal, String argument) {
        return Common.values(argument);
    }
}
