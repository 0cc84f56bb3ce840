package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import java.util.List;
import java.util.Map;

/** From an idea and a cast to a finished request. */
final class DirectVideo implements AuthoringPrompt {
    @Override
    public String name() {
        return "direct_video";
    }

    @Override
    public String title() {
        return "Direct a film";
    }

    @Override
    public String description() {
        return "From an idea and a cast to a film: the model writes the prompt, tells the price and has it made.";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Argument.required("idea", "What happens, in your own words"),
                Common.CAST,
                Common.DURATION,
                Common.ASPECT_RATIO,
                Common.LANGUAGE);
    }

    @Override
    public String text(Principal principal, Map<String, String> given) throws UnusableArgument {
        long seconds = Common.seconds(given, Common.usualSeconds());
        return """
                Make a film for the user with the tool create_reference_video.

                Idea: %s

                Cast:
                %s

                %s
                Write the arguments:
                1. `references`: one entry for each of the cast, with a short `name`, its `image` or `video` exactly as \
                given, its `voice` if one is given, and `role` object or scene for what is no character.
                2. `prompt`: character + action + lines + scene, each of the cast named as @name at every mention. %s
                3. Leave out what the user did not ask for.
                %s
                %s""".formatted(
                        given.get("idea"),
                        given.get("cast"),
                        Common.wishes(given, seconds),
                        shots(seconds),
                        Common.CALLS,
                        Guide.text());
    }

    private static String shots(long seconds) {
        return seconds < 4
                ? "One shot is enough for " + seconds + " seconds."
                : "At most " + Shots.most(seconds) + " shots fit into " + seconds + " seconds; write each as Shot 1 "
                        + Shots.of(seconds, 2).get(0).brackets() + " and so on, to the last second.";
    }

    @Override
    public List<String> values(Principal principal, String argument) {
        return Common.values(argument);
    }
}
