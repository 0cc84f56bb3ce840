package dev.wanvideo.mcp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON object of facts in writing order; what is not known is left out, never null. */
final class Facts {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    Facts put(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    Facts put(String name, Optional<?> value) {
        value.ifPresent(known -> facts.put(name, known));
        return this;
    }

    /** Leaves empty lists and objects out. */
    Facts putSome(String name, Collection<?> values) {
        return values.isEmpty() ? this : put(name, values);
    }

    Map<String, Object> map() {
        return facts;
    }
}
