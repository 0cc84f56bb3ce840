package dev.wanvideo.mcp;

import io.modelcontextprotocol.spec.McpSchema.Implementation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who the server is, as {@code initialize.json} says it, so that both ways of answering say the same. */
record ServerFacts(Implementation implementation, String instructions) {

    static ServerFacts read() {
        JsonNode result = JsonMapper.shared().readTree(FirstAnswers.initialize());
        JsonNode info = result.get("serverInfo");
        return new ServerFacts(
                Implementation.builder(
                                info.get("name").asString(), info.get("version").asString())
                        .title(info.get("title").asString())
                        .build(),
                result.get("instructions").asString());
    }
}
