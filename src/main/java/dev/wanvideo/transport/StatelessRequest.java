package dev.wanvideo.transport;

import dev.wanvideo.access.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One request, which in the stateless era brings along all there is to know of its client.
 *
 * @param principal in whose name
 * @param id a string or a number
 * @param params JSON values; {@code _meta} has been checked
 * @param teller sends a notification that belongs to the request: method and params; without effect once the request
 *     was answered or cancelled
 * @param session of the client; empty in the stateless era, which has none
 */
public record StatelessRequest(
        Principal principal,
        Object id,
        String method,
        Map<String, Object> params,
        BiConsumer<String, Map<String, Object>> teller,
        Optional<ClientSession> session) {

    private static final String CLIENT = "io.modelcontextprotocol/clientInfo";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

    /** A request of this machine's user, without a session. */
    public StatelessRequest(
            Object id, String method, Map<String, Object> params, BiConsumer<String, Map<String, Object>> teller) {
        this(Principal.LOCAL, id, method, params, teller, Optional.empty());
    }

    /** Sends a notification that belongs to this request. */
    public void tell(String notification, Map<String, Object> told) {
        teller.accept(notification, told);
    }

    /** Whether it is of the stateless era. */
    public boolean modern() {
        return meta().containsKey(CAPABILITIES);
    }

    /** What the client said it is capable of. */
    public Map<String, Object> capabilities() {
        return objectIn(meta(), CAPABILITIES);
    }

    /** What the client calls itself, empty when it does not say. */
    public String clientName() {
        return objectIn(meta(), CLIENT).get("name") instanceof String name ? name : "";
    }

    /** With what the client wants to be told of progress; empty when it does not want to. */
    public Optional<Object> progressToken() {
        return Optional.ofNullable(meta().get("progressToken"));
    }

    private Map<String, Object> meta() {
        return objectIn(params, "_meta");
    }

    private static Map<String, Object> objectIn(Map<String, Object> object, String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (object.get(name) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> members.put(String.valueOf(key), value));
        }
        return members;
    }
}
