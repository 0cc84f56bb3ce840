package dev.wanvideo.transport;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the params that the SDK would answer with an internal error, since it finds out by an exception. */
public final class CallShape {

    private CallShape() {}

    /** What is wrong with the params, null when nothing is. */
    public static @Nullable String fault(String method, Object params) {
        if (!(params instanceof Map<?, ?> members)) {
            return "params cannot be read";
        }
        if (!isObjectOrAbsent(members.get("_meta"))) {
            return "params._meta must be an object";
        }
        // Arguments may be of any type: some clients send them as JSON text, and the tools answer for the rest.
        boolean nameless = method.equals("tools/call") && !(members.get("name") instanceof String);
        return nameless ? "params.name must be a string" : null;
    }

    private static boolean isObjectOrAbsent(@Nullable Object value) {
        return value == null || value instanceof Map;
    }
}
