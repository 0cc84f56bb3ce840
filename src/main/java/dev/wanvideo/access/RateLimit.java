package dev.wanvideo.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often somebody may do something: a bucket for each, which holds what may be done in a minute and fills again
 * steadily. Of those that were seen longest ago it forgets so many that memory stays bounded.
 */
public final class RateLimit {

    private final double most;
    private final double perNano;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets;

    /**
     * @param perMinute how often, also at once
     * @param mostKeys how many are remembered
     * @param clock nanoseconds from any point
     */
    public RateLimit(int perMinute, int mostKeys, LongSupplier clock) {
        this.most = perMinute;
        this.perNano = perMinute / (double) TimeUnit.MINUTES.toNanos(1);
        this.clock = clock;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > mostKeys;
            }
        };
    }

    /** Counts one more; how long to wait when that is too much, zero when it is not. */
    public synchronized Duration take(String key) {
        Bucket bucket = buckets.computeIfAbsent(key, unused -> new Bucket(most, clock.getAsLong()));
        long now = clock.getAsLong();
        bucket.left = Math.min(most, bucket.left + (now - bucket.since) * perNano);
        bucket.since = now;
        if (bucket.left >= 1) {
            bucket.left--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - bucket.left) / perNano));
    }

    synchronized int remembered() {
        return buckets.size();
    }

    /** What one of them may still do, as of a moment. */
    private static final class Bucket {
        private double left;
        private long since;

        Bucket(double left, long since) {
            this.left = left;
            this.since = since;
        }
    }
}
