package dev.wanvideo.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Calls that are signed after {@link WebhookSignature}, a few minutes ago at most. */
public final class StandardWebhookCheck implements CallbackCheck {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;

    private final List<byte[]> secrets = new ArrayList<>();

    /**
     * Takes a secret as a dashboard shows it. Whether its Base64 is to be decoded first is not documented everywhere, so
     * that either reading of it will do.
     */
    public StandardWebhookCheck(String secret) {
        String bare = secret.startsWith(WebhookSignature.PREFIX)
                ? secret.substring(WebhookSignature.PREFIX.length())
                : secret;
        secrets.add(secret.getBytes(UTF_8));
        try {
            byte[] decoded = Base64.getDecoder().decode(bare);
            if (decoded.length > 0) {
                secrets.add(decoded);
            }
        } catch (IllegalArgumentException e) {
            // It is no Base64, and so is meant as it stands.
        }
    }

    @Override
    public Verdict judge(Call call, Instant now) {
        Optional<String> id = call.header("webhook-id").filter(it -> !it.isEmpty() && it.length() <= LONGEST_ID);
        Optional<String> timestamp = call.header("webhook-timestamp").filter(time -> fresh(time, now));
        Optional<String> signatures = call.header("webhook-signature");
        return id.isPresent()
                        && timestamp.isPresent()
                        && signatures.isPresent()
                        && signed(call, id.get(), timestamp.get(), signatures.get())
                ? new Verdict.Genuine(id)
                : new Verdict.Forged();
    }

    private static boolean fresh(String timestamp, Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
        return off.abs().compareTo(TOLERANCE) <= 0;
    }

    /** Looks at every combination, so that the time tells nothing. */
    private boolean signed(Call call, String id, String timestamp, String signatures) {
        boolean any = false;
        for (byte[] secret : secrets) {
            byte[] ours =
                    WebhookSignature.of(secret, id, timestamp, call.body()).getBytes(US_ASCII);
            for (String theirs : List.of(signatures.split(" ", 8))) {
                any |= MessageDigest.isEqual(ours, theirs.getBytes(UTF_8));
            }
        }
        return any;
    }
}
