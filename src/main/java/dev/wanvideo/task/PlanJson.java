package dev.wanvideo.task;

import dev.wanvideo.provider.Wish;
import dev.wanvideo.video.FrameSize;
import dev.wanvideo.video.MediaFacts;
import dev.wanvideo.video.MediaFindings;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a row keeps as JSON text for planning anew, and what its provider told; keys are only ever added. */
final class PlanJson {
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.shared();

    String wish(Wish wish) {
        ObjectNode json = mapper.createObjectNode().put("provider", wish.provider());
        wish.maxCostUsd().ifPresent(usd -> json.put("max_cost_usd", usd.toPlainString()));
        return json.toString();
    }

    Wish wish(String stored) {
        JsonNode json = mapper.readTree(stored);
        Optional<BigDecimal> cap = Optional.of(json.path("max_cost_usd"))
                .filter(JsonNode::isString)
                .map(usd -> new BigDecimal(usd.asString()));
        return new Wish(json.path("provider").asString(), cap);
    }

    String findings(MediaFindings findings) {
        ObjectNode json = mapper.createObjectNode();
        findings.facts().forEach((source, facts) -> {
            ObjectNode one = facts(facts);
            if (findings.mended().contains(source)) {
                one.put("mended", true);
            }
            json.set(source, one);
        });
        return json.toString();
    }

    private ObjectNode facts(MediaFacts facts) {
        ObjectNode json = mapper.createObjectNode().put("type", facts.type()).put("bytes", facts.bytes());
        facts.size().ifPresent(size -> json.put("width", size.width()).put("height", size.height()));
        facts.seconds().ifPresent(seconds -> json.put("seconds", seconds));
        return json;
    }

    MediaFindings findings(String stored) {
        if (stored.equals("{}")) {
            return MediaFindings.NONE;
        }
        Map<String, MediaFacts> found = new LinkedHashMap<>();
        Set<String> mended = new HashSet<>();
        mapper.readTree(stored).properties().forEach(entry -> {
            found.put(entry.getKey(), facts(entry.getValue()));
            if (entry.getValue().path("mended").asBoolean(false)) {
                mended.add(entry.getKey());
            }
        });
        return new MediaFindings(found, mended);
    }

    private static MediaFacts facts(JsonNode json) {
        Optional<FrameSize> size = json.has("width")
                ? Optional.of(new FrameSize(
                        json.path("width").asInt(), json.path("height").asInt()))
                : Optional.empty();
        Optional<Double> seconds =
                Optional.of(json.path("seconds")).filter(JsonNode::isNumber).map(JsonNode::asDouble);
        return new MediaFacts(json.path("type").asString(), json.path("bytes").asLong(), size, seconds);
    }

    String reasons(Map<String, String> reasons) {
        return mapper.valueToTree(reasons).toString();
    }

    Map<String, String> reasons(String stored) {
        Map<String, String> reasons = new LinkedHashMap<>();
        mapper.readTree(stored)
                .properties()
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue().asString()));
        return reasons;
    }

    String details(Map<String, Object> details) {
        return mapper.valueToTree(details).toString();
    }

    Map<String, Object> details(String stored) {
        Map<String, Object> details = new LinkedHashMap<>(mapper.convertValue(mapper.readTree(stored), VALUES));
        details.values().removeIf(value -> value == null);
        return details;
    }

    /** Both, as they look after having been stored, so that they compare equal to what is read back. */
    Map<String, Object> grown(Map<String, Object> before, Map<String, Object> told) {
        Map<String, Object> all = new LinkedHashMap<>(before);
        all.putAll(told);
        return details(details(all));
    }
}
