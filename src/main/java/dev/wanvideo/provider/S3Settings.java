package dev.wanvideo.provider;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket of this server's owner, at any host that speaks S3.
 *
 * @param endpoint http or https, without a slash at its end; a path is kept
 * @param publicEndpoint how others reach the same service, where that differs
 * @param region as the service names it
 * @param prefix before the names of objects, with a slash at its end, or empty
 * @param style where the bucket's name stands in an address
 * @param credentials of an account that may put objects under the prefix and get them
 */
public record S3Settings(
        URI endpoint,
        Optional<URI> publicEndpoint,
        String region,
        String bucket,
        String prefix,
        Style style,
        Credentials credentials) {
    /** Where the bucket's name stands. */
    public enum Style {
        /** {@code https://endpoint/bucket/key}. */
        PATH,
        /** {@code https://bucket.endpoint/key}. */
        HOST
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
