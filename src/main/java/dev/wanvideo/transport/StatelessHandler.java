package dev.wanvideo.transport;

import java.util.Map;

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

    /** Whether requests of this method come here from clients that began with {@code initialize}, too. */
    default boolean servesBothEras(String method) {
        return false;
    }
}
