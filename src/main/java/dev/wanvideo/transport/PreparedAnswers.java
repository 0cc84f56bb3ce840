package dev.wanvideo.transport;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The results that are constants of a build, as JSON text ready to be written.
 *
 * <p>They are given as JSON whose line breaks, being white space between tokens, are left out of what is written, since
 * one message is one line.
 */
public final class PreparedAnswers {

    /** Stands in the initialize result for the protocol version that is answered. */
    public static final String VERSION_PLACEHOLDER = "{protocolVersion}";

    private final String initializeResult;
    private final byte[] toolsResult;
    private final @Nullable String statelessCapabilities;
    private @Nullable StatelessAnswers stateless;

    /** Answers whose capabilities are the same in both eras. */
    public PreparedAnswers(String initializeResult, byte[] tools) {
        this(initializeResult, tools, null);
    }

    /**
     * @param initializeResult the result object of {@code initialize} as JSON, with {@link #VERSION_PLACEHOLDER} as the
     *     value of its {@code protocolVersion}
     * @param tools the JSON array, in UTF-8, that {@code tools/list} answers
     * @param statelessCapabilities the capabilities that {@code server/discover} tells, as JSON; null for those of
     *     {@code initialize}
     */
    public PreparedAnswers(String initializeResult, byte[] tools, @Nullable String statelessCapabilities) {
        if (!initializeResult.contains(VERSION_PLACEHOLDER)) {
            throw new IllegalArgumentException("the initialize result has no place for the protocol version");
        }
        this.initializeResult = initializeResult.replace("\n", "").replace("\r", "");
        this.toolsResult = toolsResult(tools);
        this.statelessCapabilities = statelessCapabilities;
    }

    /** The result of {@code initialize} for a client that asked for this version, null when it named none. */
    public byte[] initialize(@Nullable String requested) {
        String answered = ProtocolVersions.negotiate(requested);
        return initializeResult.replace(VERSION_PLACEHOLDER, answered).getBytes(StandardCharsets.UTF_8);
    }

    /** The result of {@code tools/list}, which has one page. */
    public byte[] tools() {
        return toolsResult.clone();
    }

    /** The result of {@code ping}. */
    public byte[] ping() {
        return new byte[] {'{', '}'};
    }

    /** The answers of the stateless era, made when they are first asked for: most clients never do. */
    public synchronized StatelessAnswers stateless() {
        StatelessAnswers made = stateless;
        if (made == null) {
            made = StatelessAnswers.of(initializeResult, statelessCapabilities, toolsResult);
            stateless = made;
        }
        return made;
    }

    private static byte[] toolsResult(byte[] tools) {
        byte[] head = {'{', '"', 't', 'o', 'o', 'l', 's', '"', ':'};
        byte[] result = new byte[head.length + tools.length + 1];
        System.arraycopy(head, 0, result, 0, head.length);
        int length = head.length;
        for (byte b : tools) {
            if (b != '\n' && b != '\r') {
                result[length++] = b;
            }
        }
        result[length++] = '}';
        byte[] exact = new byte[length];
        System.arraycopy(result, 0, exact, 0, length);
        return exact;
    }
}
