package dev.wanvideo.e2e;

import java.util.Map;
import java.util.function.Function;

/** The clients of the matrix, each with the way in which it settles on a revision and the one it must arrive at. */
enum MatrixClient {
    INSPECTOR_LEGACY("Inspector", "legacy", Revision.LEGACY, inspector("legacy")),
    INSPECTOR_AUTO("Inspector", "auto", Revision.MODERN, inspector("auto")),
    INSPECTOR_MODERN("Inspector", "modern", Revision.MODERN, inspector("modern")),
    TYPESCRIPT_1("TypeScript v1", "initialize", Revision.LEGACY, node("typescript-v1.mjs", "")),
    TYPESCRIPT_2_LEGACY("TypeScript v2", "legacy", Revision.LEGACY, node("typescript-v2.mjs", "legacy")),
    TYPESCRIPT_2_AUTO("TypeScript v2", "auto", Revision.MODERN, node("typescript-v2.mjs", "auto")),
    TYPESCRIPT_2_PINNED(
            "TypeScript v2", "pinned", Revision.MODERN, node("typescript-v2.mjs", Map.of("pin", Revision.MODERN))),
    JAVA_SDK("Java SDK", "initialize", Revision.LEGACY, JavaSdkClient::new),
    LANGCHAIN4J("LangChain4j", "initialize", Revision.LEGACY, LangChainClient::new);

    private final String title;
    private final String era;
    private final String revision;
    private final Function<TappedServer, TestClient> connect;

    MatrixClient(String title, String era, String revision, Function<TappedServer, TestClient> connect) {
        this.title = title;
        this.era = era;
        this.revision = revision;
        this.connect = connect;
    }

    /** Its name, without its era. */
    String title() {
        return title;
    }

    /** How it settles on a revision. */
    String era() {
        return era;
    }

    String revision() {
        return revision;
    }

    TestClient connect(TappedServer server) {
        return connect.apply(server);
    }

    private static Function<TappedServer, TestClient> inspector(String era) {
        return server -> new InspectorClient(Needs.npm(), server, era);
    }

    private static Function<TappedServer, TestClient> node(String script, Object mode) {
        return server -> new NodeClient(Needs.npm(), server, script, mode);
    }

    /** The last revision of each era. */
    private static final class Revision {
        static final String LEGACY = "2025-11-25";
        static final String MODERN = "2026-07-28";
    }
}
