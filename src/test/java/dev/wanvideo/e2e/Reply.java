package dev.wanvideo.e2e;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The result of a tool call, as the model's side of a client sees it. */
record Reply(JsonNode result) {
    /** The result within a JSON-RPC answer. */
    static Reply in(JsonNode answer) {
        if (!answer.has("result")) {
            throw new AssertionError("not a result: " + answer);
        }
        return new Reply(answer.path("result"));
    }

    boolean isError() {
        return result.path("isError").asBoolean(false);
    }

    /** All text, one item per line. */
    String text() {
        return String.join("\n", contents("text", "text"));
    }

    JsonNode facts() {
        return result.path("structuredContent");
    }

    String taskId() {
        return facts().path("task_id").asString("");
    }

    String status() {
        return facts().path("status").asString("");
    }

    boolean isFinal() {
        return isError() || List.of("succeeded", "failed", "cancelled").contains(status());
    }

    /** Base64 of every picture. */
    List<String> pictures() {
        return contents("image", "data");
    }

    private List<String> contents(String type, String property) {
        return result.path("content")
                .valueStream()
                .filter(item -> item.path("type").asString("").equals(type))
                .map(item -> item.path(property).asString(""))
                .toList();
    }
}
