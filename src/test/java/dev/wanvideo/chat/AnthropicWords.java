package dev.wanvideo.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Anthropic's messages as a stream: https://docs.anthropic.com/en/docs/build-with-claude/streaming. */
final class AnthropicWords implements ScriptedModel.Words {
    @Override
    public ScriptedModel.Asked read(int number, JsonNode request) {
        String person = "";
        String result = "";
        for (JsonNode message : request.path("messages")) {
            for (JsonNode part : message.path("content")) {
                if (part.path("type").asString("").equals("tool_result")) {
                    JsonNode content = part.path("content");
                    result = content.isString()
                            ? content.asString()
                            : content.path(0).path("text").asString("");
                } else if (message.path("role").asString("").equals("user")) {
                    person = part.path("text").asString("");
                }
            }
        }
        return new ScriptedModel.Asked(number, person, result);
    }

    @Override
    public List<String> events(ScriptedModel.Said said, int number) {
        List<String> events = new ArrayList<>();
        events.add(event(
                "message_start",
                Map.of(
                        "message",
                        Map.of(
                                "id",
                                "msg_" + number,
                                "type",
                                "message",
                                "role",
                                "assistant",
                                "model",
                                "scripted",
                                "content",
                                List.of(),
                                "usage",
                                Map.of("input_tokens", 1, "output_tokens", 1)))));
        int index = 0;
        if (!said.text().isEmpty()) {
            events.add(start(index, Map.of("type", "text", "text", "")));
            for (String word : said.text().split("(?<= )")) {
                events.add(delta(index, Map.of("type", "text_delta", "text", word)));
            }
            events.add(event("content_block_stop", Map.of("index", index++)));
        }
        if (!said.tool().isEmpty()) {
            String arguments = ScriptedModel.JSON.writeValueAsString(said.arguments());
            int half = arguments.length() / 2;
            events.add(start(
                    index,
                    Map.of("type", "tool_use", "id", "toolu_" + number, "name", said.tool(), "input", Map.of())));
            events.add(delta(index, Map.of("type", "input_json_delta", "partial_json", arguments.substring(0, half))));
            events.add(delta(index, Map.of("type", "input_json_delta", "partial_json", arguments.substring(half))));
            events.add(event("content_block_stop", Map.of("index", index)));
        }
        String reason = said.tool().isEmpty() ? "end_turn" : "tool_use";
        events.add(event(
                "message_delta", Map.of("delta", Map.of("stop_reason", reason), "usage", Map.of("output_tokens", 2))));
        events.add(event("message_stop", Map.of()));
        return events;
    }

    private static String start(int index, Map<String, ?> block) {
        return event("content_block_start", Map.of("index", index, "content_block", block));
    }

    private static String delta(int index, Map<String, ?> delta) {
        return event("content_block_delta", Map.of("index", index, "delta", delta));
    }

    private static String event(String type, Map<String, ?> rest) {
        Map<String, Object> all = new HashMap<>(rest);
        all.put("type", type);
        return "event: " + type + "\n" + ScriptedModel.data(all);
    }
}
