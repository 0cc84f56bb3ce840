package dev.wanvideo.task;

import dev.wanvideo.provider.Considered;
import dev.wanvideo.provider.OutgoingRequest;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.ReferenceVideoRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a row keeps as JSON text; keys are only ever added. */
final class StoredJson {
    private static final TypeReference<Map<String, Object>> BODY = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.shared();
    private final RequestJson requests = new RequestJson(mapper);

    String request(ReferenceVideoRequest request) {
        return requests.write(request);
    }

    ReferenceVideoRequest request(String stored) {
        return requests.read(stored);
    }

    String outgoing(OutgoingRequest request) {
        ObjectNode json = mapper.createObjectNode();
        json.put("method", request.method()).put("url", request.url());
        json.set("headers", mapper.valueToTree(request.headers()));
        json.set("body", mapper.valueToTree(request.body()));
        return json.toString();
    }

    OutgoingRequest outgoing(String stored) {
        JsonNode json = mapper.readTree(stored);
        Map<String, Object> body = mapper.convertValue(json.path("body"), BODY);
        Map<String, String> headers =
                json.has("headers") ? mapper.convertValue(json.path("headers"), HEADERS) : Map.of();
        return new OutgoingRequest(
                json.path("method").asString(), json.path("url").asString(), headers, body);
    }

    String considered(List<Considered> considered) {
        ArrayNode json = mapper.createArrayNode();
        for (Considered one : considered) {
            json.addObject()
                    .put("provider", one.provider())
                    .put("taken", one.taken())
                    .set("reasons", mapper.valueToTree(one.reasons()));
        }
        return json.toString();
    }

    String words(List<String> words) {
        return mapper.valueToTree(words).toString();
    }

    List<String> words(String stored) {
        if (stored.equals("[]")) {
            return List.of();
        }
        return mapper.readTree(stored).values().stream().map(JsonNode::asString).toList();
    }

    String error(TaskError error) {
        return mapper.createObjectNode()
                .put("category", error.category().word())
                .put("message", error.message())
                .toString();
    }

    TaskError error(String stored) {
        JsonNode json = mapper.readTree(stored);
        return new TaskError(
                Category.of(json.path("category").asString()),
                json.path("message").asString());
    }
}
