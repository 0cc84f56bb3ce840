package dev.wanvideo.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;

/** The unguessable end of the address at which a provider calls back about one submission; only its hash is kept. */
final class CallbackKey {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CallbackKey() {}

    static String draw() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    /** Expects calls under this key about the submission that is to come. */
    static boolean keep(Connection connection, TaskRow row, String key) throws SQLException {
        return Sql.update(
                        connection,
                        "UPDATE video_task SET callback_sha = ? WHERE id = ? AND attempt = ?"
                                + " AND state IN ('queued', 'preparing')",
                        sha256(key),
                        row.id(),
                        row.attempt())
                == 1;
    }

    static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
