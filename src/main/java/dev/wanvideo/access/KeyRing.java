package dev.wanvideo.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of an authorization server. They are looked at anew now and then, and when a token names one that is not
 * there, since servers change their keys; but never more often than every few seconds, whatever tokens name. While the
 * server cannot be reached the keys that are known stay in force for a day.
 */
final class KeyRing implements JWKSource<SecurityContext> {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration GAP = Duration.ofSeconds(10);
    static final Duration KEPT = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger("wan-video-mcp.access");

    private final Optional<URI> address;
    private final Discovery discovery;
    private final KeyFetch fetch;
    private final LongSupplier clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile @Nullable Long triedAt;

    /** @param clock nanoseconds from any point */
    KeyRing(Trust trust, KeyFetch fetch, LongSupplier clock) {
        this.address = trust.keys();
        this.discovery = new Discovery(trust.issuer(), fetch);
        this.fetch = fetch;
        this.clock = clock;
    }

    /** Keys as they were at a moment. */
    private record Known(JWKSet keys, long at) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        if (!isYoungerThan(FRESH)) {
            lookAnew(known == null);
        }
        List<JWK> found = select(selector);
        if (found.isEmpty()) {
            lookAnew(true);
            found = select(selector);
        }
        return found;
    }

    private List<JWK> select(JWKSelector selector) throws KeySourceException {
        Known now = known;
        if (now == null || !isYoungerThan(KEPT)) {
            throw new KeySourceException("the keys of the authorization server are not known");
        }
        return selector.select(now.keys());
    }

    private boolean isYoungerThan(Duration age) {
        Known now = known;
        return now != null && clock.getAsLong() - now.at() < age.toNanos();
    }

    /** @param wait for another thread that does the same; otherwise the keys that are known do */
    private void lookAnew(boolean wait) {
        if (wait) {
            fetching.lock();
        } else if (!fetching.tryLock()) {
            return;
        }
        try {
            Long tried = triedAt;
            if (tried == null || clock.getAsLong() - tried >= GAP.toNanos()) {
                triedAt = clock.getAsLong();
                known = new Known(fetched(), clock.getAsLong());
            }
        } catch (IOException e) {
            LOG.warn("The keys of the authorization server could not be fetched; those that are known stay in force");
            LOG.debug("The cause", e);
        } finally {
            fetching.unlock();
        }
    }

    private JWKSet fetched() throws IOException {
        URI place = address.isPresent() ? address.get() : discovery.keys();
        try {
            return JWKSet.parse(fetch.fetch(place));
        } catch (ParseException e) {
            throw new IOException("the keys cannot be read", e);
        }
    }
}
