package dev.wanvideo.transport.stdio;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import tools.jackson.databind.json.JsonMapper;

/** The mapper of this process, which takes longer to load than all else that a call of a tool needs. */
final class SharedJson {
    private SharedJson() {}

    /** A class of its own, which whoever only starts the loading does not wait for. */
    private static final class Loaded {
        static final McpJsonMapper MAPPER = new JacksonMcpJsonMapper(JsonMapper.shared());
    }

    static McpJsonMapper mapper() {
        return Loaded.MAPPER;
    }

    /** Loads it on a thread of its own. */
    static void loadBehind() {
        Thread loading = new Thread(SharedJson::mapper, "json");
        loading.setDaemon(true);
        loading.start();
    }
}
