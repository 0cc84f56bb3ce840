package dev.wanvideo.provider;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object in the making: it keeps the order, and what is empty is left out rather than sent as nothing. */
public final class BodyFields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A field that is always sent. */
    public BodyFields put(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** A field that is sent if there is something to send. */
    public BodyFields put(String name, Optional<?> value) {
        value.ifPresent(told -> fields.put(name, told));
        return this;
    }

    /** A list or an object that is sent if something is in it. */
    public BodyFields putFilled(String name, Collection<?> values) {
        return put(name, Optional.of(values).filter(v -> !v.isEmpty()));
    }

    /** A list or an object that is sent if something is in it. */
    public BodyFields putFilled(String name, Map<String, ?> values) {
        return put(name, Optional.of(values).filter(v -> !v.isEmpty()));
    }

    /** The finished object. */
    public Map<String, Object> done() {
        return Collections.unmodifiableMap(fields);
    }
}
