package dev.wanvideo.mcp;

import dev.wanvideo.video.Constraint;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON Schema node under construction, kept to what every client understands: one plain type per node, no
 * references, no combinations; keys stay in writing order, so that equal schemas have equal bytes.
 */
final class Schema {
    private final Map<String, Object> node = new LinkedHashMap<>();

    private Schema(String type) {
        node.put("type", type);
    }

    static Schema text() {
        return new Schema("string");
    }

    static Schema number() {
        return new Schema("number");
    }

    static Schema integer() {
        return new Schema("integer");
    }

    static Schema flag() {
        return new Schema("boolean");
    }

    static Schema list(Schema items) {
        return new Schema("array").with("items", items.map());
    }

    static Schema object() {
        return new Schema("object");
    }

    /** A text within the limits of a constraint. */
    static Schema text(Constraint.TextLength limit) {
        Schema schema = text();
        if (limit.min() > 0) {
            schema.with("minLength", limit.min());
        }
        return schema.with("maxLength", limit.max());
    }

    /** One of the words of a constraint. */
    static Schema choice(Constraint.Choice limit) {
        return choice(limit.words());
    }

    static Schema choice(List<String> words) {
        return text().with("enum", words);
    }

    /** A whole number within the limits of a constraint. */
    static Schema integer(Constraint.NumberRange limit) {
        return integer(limit.min(), limit.max());
    }

    static Schema integer(long min, long max) {
        return integer().with("minimum", min).with("maximum", max);
    }

    Schema says(String description) {
        return with("description", description);
    }

    Schema or(Object standard) {
        return with("default", standard);
    }

    Schema property(String name, Schema schema) {
        properties().put(name, schema.map());
        return this;
    }

    Schema requires(String... names) {
        return with("required", Arrays.asList(names));
    }

    Schema with(String key, Object value) {
        node.put(key, value);
        return this;
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(node);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> properties() {
        return (Map<String, Object>) node.computeIfAbsent("properties", key -> new LinkedHashMap<String, Object>());
    }
}
