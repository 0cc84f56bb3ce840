package dev.wanvideo.mcp;

import java.util.Map;

/** Asks the user for a word before it answers, and once more when the word is missing. */
final class AskingTool implements Tool {
    private final InputRequest question;

    AskingTool(InputRequest question) {
        this.question = question;
    }

    @Override
    public ToolName name() {
        return ToolName.LIST_TASKS;
    }

    @Override
    public Reply call(Arguments in, Caller caller) {
        Round round = caller.round();
        Object asked = round.state().getOrDefault("asked", 0);
        if (round.responses().get("word") instanceof Map<?, ?> response
                && response.get("content") instanceof Map<?, ?> content) {
            return Answer.of(content.get("word") + " after " + asked, Map.of());
        }
        return new InputRequired(Map.of("word", question), Map.of("asked", (int) asked + 1));
    }
}
