package dev.wanvideo.transport.stdio;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the params that the SDK would answer with an internal error, since it finds out by an exception. */
final class CallShape {

    private CallShape() {}

    /** What is wrong with the params, null when nothing is. */
    static @Nullable String fault(String method, Object params) {
        if (!(params instanceof Map<?, ?> members)) {
            return "params cannot be read";
        }
        if (!isObjectOrAbsent(members.get("_meta"))) {
            return "params._meta must be an object";
        }
        return method.equals("tools/call") ? toolCallFault(members) : null;
    }

    private static @Nullable String toolCallFault(Map<?, ?> params) {
        if (!(params.get("name") instanceof String)) {
            return "params.name must be a string";
        }
        return isObjectOrAbsent(params.get("arguments")) ? null : "params.arguments must be an object";
    }

    private static boolean isObjectOrAbsent(@Nullable Object value) {
        return value == null || value instanceof Map;
    }
}
