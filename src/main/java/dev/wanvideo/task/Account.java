package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A provider account that this process can act for; it leaves the steps of all other accounts to other processes.
 *
 * @param provider id of the provider
 * @param fingerprint tells accounts of one provider apart without telling the key; lower-case letters and digits
 */
public record Account(String provider, String fingerprint, Execution execution) {
    private static final int FINGERPRINT_BYTES = 8;

    /** A provider that works on this machine and needs no key. */
    public static Account local(String provider) {
        return new Account(provider, "local", Execution.LOCAL);
    }

    /** A provider elsewhere that this process has this key for. */
    public static Account remote(String provider, String key) {
        return new Account(provider, fingerprint(key), Execution.REMOTE);
    }

    private static String fingerprint(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The scheduler's name for this account's steps. */
    String stepName() {
        return StepQueue.name(provider, fingerprint);
    }
}
