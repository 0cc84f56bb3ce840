package dev.wanvideo.transport;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers the requests of the stateless era that no prepared answer covers, on the thread that brings them, and those
 * of the other era that it says it serves.
 */
public interface StatelessHandler {

    /**
     * The result as JSON values. The transport adds {@code resultType} "complete" unless another is there, and who the
     * server is.
     *
     * @throws ProtocolError when the answer is an error of the protocol
     * @throws InterruptedException when the client cancelled the request or the server ends
     */
    Map<String, Object> handle(StatelessRequest request) throws ProtocolError, InterruptedException;

    /**
     * Calls a tool for a client that began with {@code initialize}; the result as JSON values, empty when the SDK's session
     * has to make the call, which knows unknown tools and puts questions to the client.
     *
     * @param client the params of its {@code initialize}
     * @throws InterruptedException when the client cancelled the request or the server ends
     */
    default Optional<Map<String, Object>> called(StatelessRequest request, Map<String, Object> client)
            throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Changes whenever an answer that {@link #stands} may have become another; empty where that cannot be told at once.
     * Asked on the thread that reads, so it never waits.
     */
    default OptionalLong version() {
        return OptionalLong.empty();
    }

    /** Whether a result of {@link #called} is that of every equal call until the {@link #version} changes. */
    default boolean stands(StatelessRequest request, Map<String, Object> result) {
        return false;
    }

    /** Builds the SDK's server, unless that was done before: nothing else needs it. */
    default void needSdk() {}

    /** Whether requests of this method come here from clients that began with {@code initialize}, too. */
    default boolean servesBothEras(String method) {
        return false;
    }
}
