package dev.wanvideo.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a provider calls back when something about a task has changed. What it tells is never believed: it is a reason to
 * ask.
 *
 * @param field of the request's body that takes the address
 * @param base what precedes the secret key of each task, without a slash at its end
 * @param idField where the body of a call has the provider's id of the task
 */
public record Callbacks(String field, String base, String idField, CallbackCheck check) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The request with the address in it that belongs to this key. */
    public OutgoingRequest with(OutgoingRequest request, String key) {
        Map<String, Object> body = new LinkedHashMap<>(request.body());
        body.put(field, base + "/" + key);
        return new OutgoingRequest(request.method(), request.url(), request.headers(), body);
    }

    /** The same as a person may see it beforehand. */
    public OutgoingRequest shown(OutgoingRequest request) {
        return with(request, "<secret of the task>");
    }

    /** The task that a call says it is about, in the provider's words; empty where the body is none of this provider. */
    public Optional<String> taskId(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode task = json.path("data").isObject() ? json.path("data") : json;
            return Replies.text(task, idField);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
