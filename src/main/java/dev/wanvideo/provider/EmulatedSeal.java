package dev.wanvideo.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Signatures of emulated file stores: what one call was promised, the next one must bring unchanged. */
public final class EmulatedSeal {
    private static final String SECRET = "of the sandbox alone";

    private EmulatedSeal() {}

    /** The signature of these words in this order. */
    public static String of(String... words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String word : words) {
                digest.update((word.length() + ":" + word).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(SECRET.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
