package dev.wanvideo.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Standard Webhooks, {@code v1,} and an HMAC-SHA256 in Base64 over id, timestamp and body with dots
 * between them: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md (read
 * 2026-11-21).
 */
public final class WebhookSignature {
    /** Precedes a secret that is written in Base64. */
    public static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /** @param timestamp seconds since 1970, as the header says them */
    public static String of(byte[] secret, String id, String timestamp, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 64);
        signed.writeBytes((id + "." + timestamp + ".").getBytes(UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
