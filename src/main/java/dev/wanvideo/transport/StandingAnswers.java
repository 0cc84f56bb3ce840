package dev.wanvideo.transport;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The latest results that hold until something changes, by the params of their calls, as JSON text. */
final class StandingAnswers {
    private static final int MOST = 64;
    private static final int LARGEST = 16 * 1024;

    private final Map<ByteBuffer, byte[]> results = new LinkedHashMap<>();
    private long version;

    /** The result of an equal call, null when there is none or something may have changed since. */
    synchronized byte @Nullable [] find(byte[] params, OptionalLong now) {
        return now.isPresent() && now.getAsLong() == version ? results.get(ByteBuffer.wrap(params)) : null;
    }

    /** @param before the version that was read before the result was made */
    synchronized void keep(byte[] params, byte[] result, OptionalLong before) {
        if (before.isEmpty() || params.length + result.length > LARGEST) {
            return;
        }
        if (before.getAsLong() != version || results.size() >= MOST) {
            results.clear();
            version = before.getAsLong();
        }
        results.put(ByteBuffer.wrap(params), result);
    }
}
