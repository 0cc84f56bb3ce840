package dev.wanvideo.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenAI's chat completions as a stream: https://platform.openai.com/docs/api-reference/chat-streaming. */
final class OpenAiWords implements ScriptedModel.Words {
    @Override
    public ScriptedModel.Asked read(int number, JsonNode request) {
        String person = "";
        String result = "";
        for (JsonNode message : request.path("messages")) {
            String text = message.path("content").asString("");
            switch (message.path("role").asString("")) {
                case "user" -> person = text;
                case "tool" -> result = text;
                default -> {}
            }
        }
        return new ScriptedModel.Asked(number, person, result);
    }

    @Override
    public List<String> events(ScriptedModel.Said said, int number) {
        List<String> events = new ArrayList<>();
        for (String word : said.text().split("(?<= )")) {
            events.add(chunk(Map.of("content", word), null));
        }
        if (!said.tool().isEmpty()) {
            String arguments = ScriptedModel.JSON.writeValueAsString(said.arguments());
            int half = arguments.length() / 2;
            events.add(chunk(
                    call(Map.of("name", said.tool(), "arguments", arguments.substring(0, half)), "call-" + number),
                    null));
            events.add(chunk(call(Map.of("arguments", arguments.substring(half)), null), null));
        }
        events.add(chunk(Map.of(), said.tool().isEmpty() ? "stop" : "tool_calls"));
        events.add("data: [DONE]\n\n");
        return events;
    }

    @Override
    public String whole(ScriptedModel.Said said, int number) {
        Map<String, Object> message = new HashMap<>(Map.of("role", "assistant", "content", said.text()));
        if (!said.tool().isEmpty()) {
            String arguments = ScriptedModel.JSON.writeValueAsString(said.arguments());
            Map<String, String> function = Map.of("name", said.tool(), "arguments", arguments);
            message.put(
                    "tool_calls", List.of(Map.of("id", "call-" + number, "type", "function", "function", function)));
        }
        String finish = said.tool().isEmpty() ? "stop" : "tool_calls";
        return ScriptedModel.JSON.writeValueAsString(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "model",
                "scripted",
                "choices",
                List.of(Map.of("index", 0, "message", message, "finish_reason", finish))));
    }

    private static Map<String, Object> call(Map<String, Object> function, @Nullable String id) {
        Map<String, Object> call = new HashMap<>(Map.of("index", 0, "function", function));
        if (id != null) {
            call.put("id", id);
            call.put("type", "function");
        }
        return Map.of("tool_calls", List.of(call));
    }

    private static String chunk(Map<String, ?> delta, @Nullable String finish) {
        Map<String, @Nullable Object> choice = new HashMap<>(Map.of("index", 0, "delta", delta));
        choice.put("finish_reason", finish);
        return ScriptedModel.data(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion.chunk",
                "model",
                "scripted",
                "choices",
                List.of(choice)));
    }
}
