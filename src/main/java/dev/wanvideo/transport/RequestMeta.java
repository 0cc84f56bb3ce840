package dev.wanvideo.transport;

import org.jspecify.annotations.Nullable;

/**
 * What a request says about itself in its {@code params._meta}. In the stateless era that is everything the server
 * knows of its client: each request names its protocol version and what the client is capable of.
 *
 * <p>Keys: https://modelcontextprotocol.io/specification/2026-07-28/basic#meta, read 2026-11-20.
 */
public final class RequestMeta {

    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";
    private static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
    private static final String CLIENT = "io.modelcontextprotocol/clientInfo";
    private static final String PROGRESS = "progressToken";

    private @Nullable String version;
    private @Nullable String capabilities;
    private @Nullable String client;
    private @Nullable String progress;

    RequestMeta() {}

    /** Reads the value of {@code _meta}, which may be of any type. */
    void read(JsonScanner json) throws MalformedJson {
        if (json.peek() != '{') {
            json.skip();
            return;
        }
        for (boolean more = json.open('}'); more; more = json.next('}')) {
            switch (json.name()) {
                case VERSION -> version = json.raw();
                case CAPABILITIES -> capabilities = json.raw();
                case CLIENT -> client = json.raw();
                case PROGRESS -> progress = json.raw();
                default -> json.skip();
            }
        }
    }

    /** True when a key of the stateless era is there, be its value as it may. */
    public boolean isModern() {
        return version != null || capabilities != null || client != null;
    }

    /** True when a version is named that is not spoken without {@code initialize}. */
    public boolean namesOtherVersion() {
        return version != null && isText(version) && !ProtocolVersions.STATELESS.equals(JsonScanner.decoded(version));
    }

    /** The version; null unless it is a string. */
    public @Nullable String versionText() {
        return version != null && isText(version) ? JsonScanner.decoded(version) : null;
    }

    /** The version as JSON text; null as JSON text unless it is a string. */
    public String version() {
        return version != null && isText(version) ? version : "null";
    }

    /** What is missing or wrong, null when nothing is. */
    public @Nullable String fault() {
        if (version == null || !isText(version)) {
            return "params._meta needs " + VERSION + ", a string";
        }
        if (capabilities == null || capabilities.charAt(0) != '{') {
            return "params._meta needs " + CAPABILITIES + ", an object";
        }
        if (client != null && client.charAt(0) != '{') {
            return CLIENT + " in params._meta must be an object";
        }
        return progressFault();
    }

    private @Nullable String progressFault() {
        boolean usable = progress == null || isText(progress) || isNumber(progress);
        return usable ? null : "progressToken in params._meta must be a string or an integer";
    }

    private static boolean isText(String json) {
        return json.charAt(0) == '"';
    }

    private static boolean isNumber(String json) {
        char first = json.charAt(0);
        return first == '-' || first >= '0' && first <= '9';
    }
}
