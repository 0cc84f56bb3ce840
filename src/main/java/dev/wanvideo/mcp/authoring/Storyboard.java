package dev.wanvideo.mcp.authoring;

import dev.wanvideo.access.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shots with their times, from a story. */
final class Storyboard implements AuthoringPrompt {
    private static final long USUAL_SECONDS = 10;
    private static final int MOST = 7;
    private static final Argument SHOTS = Argument.optional("shots", "How many shots; absent: what the seconds carry");

    @Override
    public String name() {
        return "storyboard";
    }

    @Override
    public String title() {
        return "Storyboard a film of several shots";
    }

    @Override
    public String description() {
        return "From a story and a cast to a prompt of several shots, each with its seconds.";
    }

    @Override
    public List<Argument> arguments() {
        return List.of(
                Argument.required("story", "What happens, in order"),
                Common.CAST,
                Common.DURATION,
                SHOTS,
                Common.ASPECT_RATIO,
                Common.LANGUAGE);
    }

    @Override
    public String text(Principal principal, Map<String, String> given) throws UnusableArgument {
        long seconds = Common.seconds(given, USUAL_SECONDS);
        String said = given.get(SHOTS.name());
        int wanted = said == null ? Shots.usual(seconds) : (int) Common.number(said, 1, MOST, SHOTS.name(), " shots");
        List<Shots.Span> spans = Shots.of(seconds, wanted);
        return """
                Write a storyboard for the user and have it made with the tool create_reference_video.

                Story: %s

                Cast:
                %s

                %s
                The prompt has this shape; fill in every angle bracket and keep the times, which cover the film \
                without a gap%s:

                Overall: <style, light, mood in one sentence>. %s

                In each shot: what the camera sees (wide, medium, close-up), who as @name, one action, at most one \
                short line. Keep places and clothes the same from shot to shot. Give each of the cast an entry in \
                `references`, with prompt_expansion false: it would rewrite the shots.
                %s
                %s""".formatted(
                        given.get("story"),
                        given.get("cast"),
                        Common.wishes(given, seconds),
                        spans.size() < wanted ? " (" + wanted + " shots do not fit into " + seconds + " seconds)" : "",
                        skeleton(spans),
                        Common.CALLS,
                        Guide.text());
    }

    private static String skeleton(List<Shots.Span> spans) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> "Shot " + (i + 1) + " " + spans.get(i).brackets() + " <camera>: <who does what>.")
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<String> values(Principal principal, String argument) {
        if (!argument.equals(SHOTS.name())) {
            return Common.values(argument);
        }
        List<String> counts = new ArrayList<>();
        for (int count = 1; count <= MOST; count++) {
            counts.add(String.valueOf(count));
        }
        return counts;
    }
}
