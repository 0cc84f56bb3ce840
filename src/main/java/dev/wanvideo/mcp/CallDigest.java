package dev.wanvideo.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wanvideo.access.Principal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The SHA-256 by which two calls are known as the same: who calls which tool with which arguments. */
final class CallDigest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CallDigest() {}

    /** In hex, whatever the order of the arguments. */
    static String of(Principal principal, String method, String tool, Map<String, Object> arguments) {
        String canonical = JSON.writeValueAsString(List.of(principal.name(), method, tool, arguments));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
