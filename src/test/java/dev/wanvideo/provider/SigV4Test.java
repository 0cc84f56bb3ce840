package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The service's side against the examples that AWS publishes with their signatures:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and sigv4-query-string-auth.html (read
 * 2026-11-21).
 */
final class SigV4Test {
    private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");
    private static final String EMPTY = SigV4.sha256("");
    private static final String CREDENTIAL = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
    private static final String LINK = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential="
            + CREDENTIAL.replace("/", "%2F") + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400"
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=";
    private static final String LINK_SIGNATURE = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

    private final SigV4 aws =
            new SigV4("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            /test.txt | -                | range=bytes=0-9 | f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41
            /         | lifecycle=       | -               | fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543
            /         | max-keys=2&prefix=J | -            | 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7
            """)
    void acceptsThePublishedExamplesWithoutABody(String path, String query, String header, String signature) {
        Map<String, String> headers = headers(EMPTY);
        String signed = "host;x-amz-content-sha256;x-amz-date";
        if (header != null) {
            headers.put("range", header.substring("range=".length()));
            signed = "host;range;x-amz-content-sha256;x-amz-date";
        }
        headers.put("authorization", authorization(signed, signature));

        assertThat(aws.fault(new SigV4.Arrival("GET", path, query == null ? "" : query, headers, EMPTY), THEN))
                .isEmpty();
        headers.put("authorization", authorization(signed, signature.replace('f', '0')));
        assertThat(aws.fault(new SigV4.Arrival("GET", path, query == null ? "" : query, headers, EMPTY), THEN))
                .hasValue("SignatureDoesNotMatch");
    }

    @Test
    void acceptsThePublishedPut() {
        String body = SigV4.sha256("Welcome to Amazon S3.");
        Map<String, String> headers = headers(body);
        headers.put("date", "Fri, 24 May 2013 00:00:00 GMT");
        headers.put("x-amz-storage-class", "REDUCED_REDUNDANCY");
        headers.put(
                "authorization",
                authorization(
                        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"));

        assertThat(aws.fault(new SigV4.Arrival("PUT", "/test%24file.text", "", headers, body), THEN))
                .isEmpty();
        assertThat(aws.fault(new SigV4.Arrival("PUT", "/test%24file.text", "", headers, EMPTY), THEN))
                .hasValue("XAmzContentSHA256Mismatch");
    }

    @Test
    void acceptsThePublishedLinkForItsDay() {
        SigV4.Arrival link = link(LINK + LINK_SIGNATURE);

        assertThat(aws.fault(link, THEN)).isEmpty();
        assertThat(aws.fault(link, THEN.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(aws.fault(link, THEN.plus(Duration.ofDays(1)).plusSeconds(1)))
                .hasValue("AccessDenied");
        assertThat(aws.fault(link(LINK.replace("86400", "86401") + LINK_SIGNATURE), THEN))
                .hasValue("SignatureDoesNotMatch");
    }

    private static SigV4.Arrival link(String query) {
        return new SigV4.Arrival("GET", "/test.txt", query, Map.of("host", "examplebucket.s3.amazonaws.com"), EMPTY);
    }

    private static Map<String, String> headers(String body) {
        return new HashMap<>(Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "x-amz-content-sha256", body,
                "x-amz-date", "20130524T000000Z"));
    }

    private static String authorization(String signed, String signature) {
        return "AWS4-HMAC-SHA256 Credential=" + CREDENTIAL + ",SignedHeaders=" + signed + ",Signature=" + signature;
    }
}
