package dev.wanvideo.mcp;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources of one kind, in the shapes of the protocol. */
interface ResourceShelf {
    /** What is worth showing to this principal, newest first. */
    List<Map<String, Object>> list(Principal principal);

    /** The templates of their URIs. */
    List<Map<String, Object>> templates();

    /**
     * The contents under this URI; empty when it is none of this shelf.
     *
     * @throws ProtocolError when it is, but there is nothing to read
     */
    Optional<Map<String, Object>> content(StatelessRequest request, String uri) throws ProtocolError;

    /** What the variable of this template may be; empty when the template is none of this shelf. */
    Optional<Completion> values(Principal principal, String template, String variable, String begun)
            throws ProtocolError;
}
