package dev.wanvideo.transport;

import java.util.Map;
import java.util.Optional;

/** The session of a client that began with {@code initialize}, as far as it is told something outside of any request. */
public interface ClientSession {

    /** Sends a notification, given as JSON values; without effect once the session has ended. */
    void tell(String method, Map<String, Object> params);

    /** The params of the client's {@code initialize}; empty when the SDK alone knows them. */
    default Optional<Map<String, Object>> greeting() {
        return Optional.empty();
    }

    /** Runs the action when the session ends, at once when it has; it is brief. */
    void onEnd(Runnable action);
}
