package dev.wanvideo.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A bucket of this server's owner, at any host that speaks S3.
 *
 * @param endpoint http or https, without a slash at its end; a path is kept
 * @param region as the service names it
 * @param prefix before the names of objects, with a slash at its end, or empty
 * @param links how addresses of objects are written
 * @param credentials of an account that may put objects under the prefix and get them
 */
public record S3Settings(
        URI endpoint, String region, String bucket, String prefix, Links links, Credentials credentials) {
    /** The longest that Signature Version 4 lets a link live. */
    public static final Duration LONGEST_LIFE = Duration.ofDays(7);

    /** Where the bucket's name stands. */
    public enum Style {
        /** {@code https://endpoint/bucket/key}. */
        PATH,
        /** {@code https://bucket.endpoint/key}. */
        HOST
    }

    /**
     * How addresses of objects are written.
     *
     * @param publicEndpoint how others reach the same service, where that differs
     * @param lives how long a link to an object works, at most {@link #LONGEST_LIFE}
     */
    public record Links(Style style, Optional<URI> publicEndpoint, Duration lives) {
        public Links {
            if (lives.isNegative() || lives.isZero() || lives.compareTo(LONGEST_LIFE) > 0) {
                throw new IllegalArgumentException("a link lives for some time, at most seven days");
            }
        }
    }

    /** The two halves of an access key. */
    public record Credentials(String accessKeyId, String secretAccessKey) {
        /** Nothing of the secret. */
        @Override
        public String toString() {
            return "Credentials[" + accessKeyId + "]";
        }
    }
}
