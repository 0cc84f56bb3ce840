package dev.wanvideo.access;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * This server as an authorization server and its clients see it (RFC 9728).
 *
 * @param resource the address under which clients know it, which is also the audience of their tokens, e.g. {@code
 *     https://films.example.com/mcp}
 * @param issuer of the authorization server, as its tokens write it
 */
public record ProtectedResource(URI resource, String issuer) {

    /** Where its metadata is when the address has no path. */
    public static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

    /** Where clients find the metadata: the well-known path goes between host and path (RFC 9728, section 3.1). */
    public URI metadataAddress() {
        String path = resource.getRawPath() == null || resource.getRawPath().equals("/") ? "" : resource.getRawPath();
        return URI.create(resource.getScheme() + "://" + resource.getRawAuthority() + WELL_KNOWN + path);
    }

    /** The metadata as JSON text. */
    public String metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("resource", resource.toString());
        metadata.put("authorization_servers", List.of(issuer));
        metadata.put("scopes_supported", List.of(Scope.READ.word(), Scope.CREATE.word()));
        metadata.put("bearer_methods_supported", List.of("header"));
        metadata.put("resource_name", "wan-video-mcp");
        return JsonMapper.shared().writeValueAsString(metadata);
    }

    /** What a client asks for at first. */
    public static Set<Scope> usual() {
        return Set.of(Scope.READ, Scope.CREATE);
    }
}
