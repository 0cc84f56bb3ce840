package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many answers are owed under which id, as another reader of JSON than the server's understands the lines. */
final class Outstanding {

    /** Ids that begin like this may go unanswered, since they are cancelled. */
    static final String CANCELLED = "cancelled";

    private final Map<String, Integer> owed = new HashMap<>();

    /** Counts what these bytes, one line or several, are to be answered with. */
    void sent(byte[] lines) {
        for (String line : new String(lines, ISO_8859_1).split("\n")) {
            JsonNode message = read(line.getBytes(ISO_8859_1));
            boolean response = !message.has("method") && (message.has("result") || message.has("error"));
            JsonNode id = message.path("id");
            if (!response && (id.isString() || id.isNumber()) && !id.asString().startsWith(CANCELLED)) {
                owed.merge(id.toString(), 1, Integer::sum);
            }
        }
    }

    void answered(String line) {
        JsonNode answer = read(line.getBytes(UTF_8));
        if (!answer.has("method") && !answer.path("id").isNull()) {
            owed.computeIfPresent(answer.path("id").toString(), (id, count) -> count == 1 ? null : count - 1);
        }
    }

    Map<String, Integer> owed() {
        return owed;
    }

    private static JsonNode read(byte[] line) {
        try {
            JsonNode message = JsonMapper.shared().readTree(line);
            return message.isObject() ? message : JsonMapper.shared().createObjectNode();
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }
}
