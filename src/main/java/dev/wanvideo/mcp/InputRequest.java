package dev.wanvideo.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to ask of the client, as the protocol writes it.
 *
 * @param method {@code elicitation/create}, {@code sampling/createMessage} or {@code roots/list}
 * @param params JSON values
 */
record InputRequest(String method, Map<String, Object> params) {
    private static final String ELICITATION = "elicitation";

    InputRequest {
        params = Map.copyOf(params);
    }

    /** A form for the user to fill in. */
    static InputRequest form(String message, Map<String, Object> schema) {
        return new InputRequest(
                "elicitation/create", Map.of("mode", "form", "message", message, "requestedSchema", schema));
    }

    /** What the user reads of a form. */
    String message() {
        return String.valueOf(params.get("message"));
    }

    /** What a form asks for, as a JSON schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (params.get("requestedSchema") instanceof Map<?, ?> asked) {
            asked.forEach((name, value) -> schema.put(String.valueOf(name), value));
        }
        return schema;
    }

    /** The request as JSON values. */
    Map<String, Object> facts() {
        return new Facts().put("method", method).put("params", params).map();
    }

    /** What the client must be capable of and is not, as the protocol writes capabilities; empty when it is. */
    Optional<Map<String, Object>> missingFrom(Map<String, Object> capabilities) {
        String family = family();
        Object declared = capabilities.get(family);
        if (declared == null) {
            return Optional.of(Map.of(family, needed()));
        }
        return family.equals(ELICITATION) && !takes(declared)
                ? Optional.of(Map.of(family, needed()))
                : Optional.empty();
    }

    private String family() {
        return method.substring(0, method.indexOf('/'));
    }

    private Map<String, Object> needed() {
        return isUrl() ? Map.of("url", Map.of()) : Map.of();
    }

    /** A client that names no mode takes forms. */
    private boolean takes(Object declared) {
        if (!(declared instanceof Map<?, ?> modes)) {
            return false;
        }
        return isUrl() ? modes.containsKey("url") : modes.containsKey("form") || !modes.containsKey("url");
    }

    private boolean isUrl() {
        return "url".equals(params.get("mode"));
    }
}
