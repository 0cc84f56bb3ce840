package dev.wanvideo.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** How a model directs a film: looks at the price, orders, waits, tells where it is. */
public final class FilmScript implements Function<ScriptedModel.Asked, ScriptedModel.Said> {
    private static final Pattern FILE = Pattern.compile("Local file: (.+)");

    private volatile String task = "";

    @Override
    public ScriptedModel.Said apply(ScriptedModel.Asked asked) {
        return switch (asked.number()) {
            case 0 -> ScriptedModel.Said.call("Let me see the price. ", "create_reference_video", film(asked, true));
            case 1 ->
                ScriptedModel.Said.call("It is free, so here it goes. ", "create_reference_video", film(asked, false));
            default -> waiting(asked);
        };
    }

    private ScriptedModel.Said waiting(ScriptedModel.Asked asked) {
        if (asked.result().startsWith("{")) {
            JsonNode facts = asked.facts();
            if (facts.path("status").asString("").equals("succeeded")) {
                return ScriptedModel.Said.words(
                        "Your film: " + facts.path("video").path("path").asString(""));
            }
            task = facts.path("task_id").asString("");
        }
        return ScriptedModel.Said.call("", "get_task", Map.of("task_id", task, "wait_seconds", 30));
    }

    private static Map<String, Object> film(ScriptedModel.Asked asked, boolean dry) {
        Matcher file = FILE.matcher(asked.person());
        if (!file.find()) {
            throw new AssertionError("the model was told of no file: " + asked.person());
        }
        return Map.of(
                "prompt",
                "@anna waves at the door of a café.",
                "references",
                List.of(Map.of("name", "anna", "image", file.group(1))),
                "duration",
                2,
                "provider",
                "preview",
                "request_id",
                "film-of-anna",
                "dry_run",
                dry);
    }
}
