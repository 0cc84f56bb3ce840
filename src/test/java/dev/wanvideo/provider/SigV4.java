package dev.wanvideo.provider;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A service's side of Signature Version 4, computed from the documents alone:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and sigv4-query-string-auth.html (read
 * 2026-11-21).
 */
record SigV4(String region, String accessKeyId, String secret) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration MOST_SKEW = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);
    private static final Pattern HEADER = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/,]+)/([^,]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

    /**
     * What arrives.
     *
     * @param path as sent
     * @param headers names in lower case
     * @param bodySha256 of the body that came, in hexadecimal
     */
    record Arrival(String method, String path, String rawQuery, Map<String, String> headers, String bodySha256) {}

    /** The S3 code of what is wrong; empty when all is well. */
    Optional<String> fault(Arrival arrival, Instant now) {
        Map<String, String> query = query(arrival.rawQuery());
        return query.containsKey("X-Amz-Signature") ? queryFault(arrival, query, now) : headerFault(arrival, now);
    }

    private Optional<String> headerFault(Arrival arrival, Instant now) {
        Matcher given = HEADER.matcher(arrival.headers().getOrDefault("authorization", ""));
        if (!given.matches()) {
            return Optional.of("AccessDenied");
        }
        String body = arrival.headers().getOrDefault("x-amz-content-sha256", "");
        if (!body.equals("UNSIGNED-PAYLOAD") && !body.equals(arrival.bodySha256())) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        String time = arrival.headers().getOrDefault("x-amz-date", "");
        Optional<Instant> at = instant(time);
        if (at.isEmpty() || Duration.between(at.get(), now).abs().compareTo(MOST_SKEW) > 0) {
            return Optional.of("RequestTimeTooSkewed");
        }
        List<String> signed = List.of(given.group(3).split(";"));
        if (!signed.contains("host") || !signed.containsAll(amazonHeaders(arrival))) {
            return Optional.of("AccessDenied");
        }
        String canonical = canonical(arrival, query(arrival.rawQuery()), signed, body);
        return verdict(given.group(1), given.group(2), time, canonical, given.group(4));
    }

    private Optional<String> queryFault(Arrival arrival, Map<String, String> query, Instant now) {
        String time = query.getOrDefault("X-Amz-Date", "");
        Optional<Instant> at = instant(time);
        String life = query.getOrDefault("X-Amz-Expires", "");
        boolean whole = "AWS4-HMAC-SHA256".equals(query.get("X-Amz-Algorithm"))
                && at.isPresent()
                && life.matches("[1-9]\\d{0,5}")
                && Long.parseLong(life) <= LONGEST_LIFE.toSeconds();
        if (!whole) {
            return Optional.of("AuthorizationQueryParametersError");
        }
        Instant begins = at.orElseThrow();
        if (now.isAfter(begins.plusSeconds(Long.parseLong(life))) || now.isBefore(begins.minus(MOST_SKEW))) {
            return Optional.of("AccessDenied");
        }
        List<String> signed =
                List.of(query.getOrDefault("X-Amz-SignedHeaders", "").split(";"));
        if (!signed.contains("host") || !signed.containsAll(amazonHeaders(arrival))) {
            return Optional.of("AccessDenied");
        }
        String[] credential = query.getOrDefault("X-Amz-Credential", "").split("/", 2);
        Map<String, String> rest = new LinkedHashMap<>(query);
        rest.remove("X-Amz-Signature");
        String canonical = canonical(arrival, rest, signed, "UNSIGNED-PAYLOAD");
        return verdict(
                credential[0],
                credential.length > 1 ? credential[1] : "",
                time,
                canonical,
                query.getOrDefault("X-Amz-Signature", ""));
    }

    private Optional<String> verdict(String id, String scope, String time, String canonical, String signature) {
        if (!id.equals(accessKeyId)) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!scope.equals(time.substring(0, 8) + "/" + region + "/s3/aws4_request")) {
            return Optional.of("AuthorizationHeaderMalformed");
        }
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(signature)
                ? Optional.empty()
                : Optional.of("SignatureDoesNotMatch");
    }

    private static String canonical(Arrival arrival, Map<String, String> query, List<String> signed, String body) {
        String parameters = new TreeMap<>(query)
                .entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        String headers = signed.stream()
                .map(name ->
                        name + ":" + arrival.headers().getOrDefault(name, "").strip() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", arrival.method(), arrival.path(), parameters, headers, String.join(";", signed), body);
    }

    private static List<String> amazonHeaders(Arrival arrival) {
        return arrival.headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-"))
                .toList();
    }

    private static Map<String, String> query(String raw) {
        return Stream.of(raw.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> pair.length > 1 ? decoded(pair[1]) : ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** All but the unreserved characters of RFC 3986. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return out.toString();
    }

    private static Optional<Instant> instant(String time) {
        try {
            return Optional.of(TIME.parse(time, Instant::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
