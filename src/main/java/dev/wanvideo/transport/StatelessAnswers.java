package dev.wanvideo.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * The results of the stateless era that are constants of a build, as JSON text: what {@code initialize} and
 * {@code tools/list} tell, with what that era stamps on every result.
 */
public final class StatelessAnswers {

    /** Constants of a build, so that a client need not ask again while it keeps the process. */
    private static final String CACHING = "\"ttlMs\":3600000,\"cacheScope\":\"public\"";

    private static final String HEAD = "{\"resultType\":\"complete\",";

    private final String serverInfo;
    private final byte[] discover;
    private final byte[] tools;

    private StatelessAnswers(String serverInfo, byte[] discover, byte[] tools) {
        this.serverInfo = serverInfo;
        this.discover = discover;
        this.tools = tools;
    }

    /**
     * @param initialize the result of {@code initialize} as JSON
     * @param capabilities as JSON; null for those of {@code initialize}
     * @param tools the result of {@code tools/list} in the other era
     */
    static StatelessAnswers of(String initialize, @Nullable String capabilities, byte[] tools) {
        String serverInfo = member(initialize, "serverInfo");
        String instructions = member(initialize, "instructions");
        String told = capabilities == null ? member(initialize, "capabilities") : capabilities;
        String tail = CACHING + "," + stamp(serverInfo);
        String discover = HEAD + "\"supportedVersions\":" + ProtocolVersions.json() + ",\"capabilities\":" + told
                + (instructions.equals("{}") ? "," : ",\"instructions\":" + instructions + ",") + tail;
        String list = new String(tools, 1, tools.length - 2, UTF_8);
        return new StatelessAnswers(serverInfo, discover.getBytes(UTF_8), (HEAD + list + "," + tail).getBytes(UTF_8));
    }

    /** The result of {@code server/discover}. */
    public byte[] discover() {
        return discover.clone();
    }

    /** The result of {@code tools/list}, which has one page. */
    public byte[] tools() {
        return tools.clone();
    }

    /** Who the server is, as JSON, for the {@code _meta} of every result. */
    public String serverInfo() {
        return serverInfo;
    }

    /** A result of the other era, as JSON, with the stamps of this one. */
    public byte[] stamped(String result) {
        return (HEAD + result.substring(1, result.length() - 1) + "," + stamp(serverInfo)).getBytes(UTF_8);
    }

    private static String stamp(String serverInfo) {
        return "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":" + serverInfo + "}}";
    }

    /** The member's value as JSON text, an empty object when there is none. */
    private static String member(String object, String name) {
        byte[] bytes = object.getBytes(UTF_8);
        JsonScanner json = new JsonScanner(bytes, 0, bytes.length);
        String value = "{}";
        try {
            json.peek();
            for (boolean more = json.open('}'); more; more = json.next('}')) {
                if (json.name().equals(name)) {
                    value = json.raw();
                } else {
                    json.skip();
                }
            }
        } catch (MalformedJson e) {
            throw new IllegalStateException("the prepared answer to initialize is not JSON", e);
        }
        return value;
    }
}
