package dev.wanvideo.transport;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The latest results of one client's calls that hold until something changes, by the params of their calls, as JSON text. */
final class StandingAnswers {
    private static final int SOME = 64;
    private static final int LARGEST = 16 * 1024;

    private final Map<ByteBuffer, byte[]> results = new LinkedHashMap<>();
    private final int most;
    private long version;

    private StandingAnswers(int most) {
        this.most = most;
    }

    static StandingAnswers some() {
        return new StandingAnswers(SOME);
    }

    /** Keeps nothing. */
    static StandingAnswers none() {
        return new StandingAnswers(0);
    }

    /** The result of an equal call, null when there is none or something may have changed since. */
    synchronized byte @Nullable [] find(byte[] params, OptionalLong now) {
        return now.isPresent() && now.getAsLong() == version ? results.get(ByteBuffer.wrap(params)) : null;
    }

    /** @param before the version that was read before the result was made */
    synchronized void keep(byte[] params, byte[] result, OptionalLong before) {
        if (most == 0 || before.isEmpty() || params.length + result.length > LARGEST) {
            return;
        }
        if (before.getAsLong() != version || results.size() >= most) {
            results.clear();
            version = before.getAsLong();
        }
        results.put(ByteBuffer.wrap(params), result);
    }
}
