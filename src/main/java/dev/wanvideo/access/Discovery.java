package dev.wanvideo.access;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds where an authorization server has its keys.
 *
 * <p>Places: RFC 8414, section 3.1, and OpenID Connect Discovery 1.0, section 4, in the order of
 * https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization, read 2026-11-21.
 */
final class Discovery {

    private final String issuer;
    private final KeyFetch fetch;

    Discovery(String issuer, KeyFetch fetch) {
        this.issuer = issuer;
        this.fetch = fetch;
    }

    URI keys() throws IOException {
        IOException last = new IOException("the authorization server has no metadata");
        for (URI place : places(issuer)) {
            try {
                return keysIn(fetch.fetch(place));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    static List<URI> places(String issuer) {
        URI address = URI.create(issuer);
        String host = address.getScheme() + "://" + address.getRawAuthority();
        String path = address.getRawPath().replaceFirst("/$", "");
        return List.of(
                URI.create(host + "/.well-known/oauth-authorization-server" + path),
                URI.create(host + "/.well-known/openid-configuration" + path),
                URI.create(host + path + "/.well-known/openid-configuration"));
    }

    /** Metadata of another server proves nothing. */
    private URI keysIn(String metadata) throws IOException {
        try {
            JsonNode facts = JsonMapper.shared().readTree(metadata);
            if (!issuer.equals(facts.path("issuer").asString(""))) {
                throw new IOException("the metadata is of another issuer");
            }
            return URI.create(facts.required("jwks_uri").asString());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("the metadata cannot be read", e);
        }
    }
}
