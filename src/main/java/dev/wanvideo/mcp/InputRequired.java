package dev.wanvideo.mcp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says that a tool has to ask before it can answer.
 *
 * @param requests what to ask, by names under which the responses come back
 * @param state JSON values that the tool wants to see again with the responses; the client can read but not change them
 */
record InputRequired(Map<String, InputRequest> requests, Map<String, Object> state) implements Reply {
    InputRequired {
        requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
        state = Map.copyOf(state);
    }

    /** What the client must be capable of to be asked this and is not, as the protocol writes capabilities. */
    Map<String, Object> missingFrom(Map<String, Object> capabilities) {
        Map<String, Object> missing = new LinkedHashMap<>();
        requests.values().forEach(request -> request.missingFrom(capabilities).ifPresent(missing::putAll));
        return missing;
    }

    /** The result as JSON values. */
    Map<String, Object> result(String requestState) {
        Map<String, Object> asked = new LinkedHashMap<>();
        requests.forEach((name, request) -> asked.put(name, request.facts()));
        Facts result = new Facts().put("resultType", "input_required");
        if (!asked.isEmpty()) {
            result.put("inputRequests", asked);
        }
        return result.put("requestState", requestState).map();
    }
}
