package dev.wanvideo.transport;

import java.nio.charset.StandardCharsets;

/**
 * The answers that are constants of a build, as bytes ready to be written.
 *
 * <p>The initialize result is JSON text in which {@link #VERSION_PLACEHOLDER} stands where the negotiated protocol
 * version goes; the tools are the JSON array that {@code tools/list} answers.
 */
public final class PreparedAnswers {

    /** Stands in the initialize result for the protocol version that is answered. */
    public static final String VERSION_PLACEHOLDER = "{protocolVersion}";

    private final String initializeResult;
    private final byte[] tools;

    public PreparedAnswers(String initializeResult, byte[] tools) {
        this.initializeResult = initializeResult;
        this.tools = tools.clone();
    }

    /** The initialize result for a client that asked for this version, null when it named none. */
    byte[] initialize(String answeredVersion) {
        return initializeResult.replace(VERSION_PLACEHOLDER, answeredVersion).getBytes(StandardCharsets.UTF_8);
    }

    byte[] tools() {
        return tools.clone();
    }
}
