package dev.wanvideo.task;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Takes out of JSON what would open something to whoever reads it: signatures of addresses, and files in the text. */
final class OpenAddresses {
    private static final Pattern SIGNED = Pattern.compile(
            "^([a-z][a-z0-9+.-]*://[^?#\\s]*)\\?\\S*?\\b(?:x-(?:amz|goog|oss)-[a-z-]+|[a-z]*(?:signature|token|secret|policy|credential|accesskeyid|accessid|apikey|api_key)|sig|sign|auth[a-z_]*|key|key-pair-id|expires)=\\S*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATA = Pattern.compile("^(data:[^,]{0,100}),(.{100,})$", Pattern.DOTALL);

    private final JsonMapper mapper;

    OpenAddresses(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The same JSON with no address that is good for anything by itself. */
    JsonNode closed(JsonNode json) {
        if (json.isString()) {
            return StringNode.valueOf(closed(json.asString()));
        }
        if (json.isArray()) {
            ArrayNode list = mapper.createArrayNode();
            json.values().forEach(value -> list.add(closed(value)));
            return list;
        }
        if (json.isObject()) {
            ObjectNode object = mapper.createObjectNode();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                object.set(entry.getKey(), closed(entry.getValue()));
            }
            return object;
        }
        return json;
    }

    private static String closed(String text) {
        Matcher signed = SIGNED.matcher(text);
        if (signed.matches()) {
            return signed.group(1) + "?(signature left out)";
        }
        Matcher data = DATA.matcher(text);
        return data.matches() ? data.group(1) + ",(" + data.group(2).length() + " characters left out)" : text;
    }
}
