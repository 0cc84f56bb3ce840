package dev.wanvideo.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the headers of a request in the stateless era say what its body says, since what stands between client
 * and server decides by the headers.
 *
 * <p>Rules: https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http, read 2026-11-21.
 */
final class HeaderMatch {

    static final String VERSION = "MCP-Protocol-Version";
    private static final String METHOD = "Mcp-Method";
    private static final String NAME = "Mcp-Name";
    private static final String ENCODED_HEAD = "=?base64?";
    private static final String ENCODED_TAIL = "?=";

    /** Which member of the params a request of this method is named by. */
    private static final Map<String, String> NAMED_BY = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private HeaderMatch() {}

    /** What does not match, null when everything does. */
    static @Nullable String fault(Post post) {
        HttpHeaders headers = post.headers();
        String fault = fault(headers, VERSION, post.envelope().meta().versionText());
        if (fault == null) {
            fault = fault(headers, METHOD, post.method());
        }
        String member = NAMED_BY.get(post.method());
        if (fault == null && member != null) {
            String name = post.envelope().param(post.body(), member);
            // A body without the name is refused for that, where its params are read.
            fault = name == null ? null : fault(headers, NAME, name);
        }
        return fault;
    }

    private static @Nullable String fault(HttpHeaders headers, String name, @Nullable String inBody) {
        List<String> values = headers.getAll(name);
        if (values.size() != 1) {
            return "The header " + name + (values.isEmpty() ? " is missing" : " was sent more than once");
        }
        return decoded(values.get(0)).equals(inBody) ? null : "The header " + name + " does not say what the body says";
    }

    /** The header's value; one that claims to be encoded and is not stands for nothing. */
    private static String decoded(String value) {
        if (!value.startsWith(ENCODED_HEAD)
                || !value.endsWith(ENCODED_TAIL)
                || value.length() < ENCODED_HEAD.length() + ENCODED_TAIL.length()) {
            return value;
        }
        String base64 = value.substring(ENCODED_HEAD.length(), value.length() - ENCODED_TAIL.length());
        if (base64.length() % 4 != 0) {
            return "";
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return "";
        }
    }
}
