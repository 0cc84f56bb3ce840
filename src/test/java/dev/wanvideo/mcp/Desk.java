package dev.wanvideo.mcp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.ProtocolError;
import dev.wanvideo.transport.StatelessHandler;
import dev.wanvideo.transport.StatelessRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of a client of one set of capabilities to the server's face, and what it is told meanwhile. */
final class Desk {
    private static final JsonMapper JSON = new JsonMapper();

    final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final StatelessHandler face;
    private final String capabilities;

    Desk(StatelessHandler face, String capabilities) {
        this.face = face;
        this.capabilities = capabilities;
    }

    static Desk at(Bench bench, String capabilities) {
        return new Desk(new McpFace(bench.studio).stateless(Clock.systemUTC()), capabilities);
    }

    /** The same face to a client of other capabilities. */
    Desk with(String others) {
        return new Desk(face, others);
    }

    /** @param params members of the params, with single quotes */
    JsonNode ask(String method, String params) throws ProtocolError, InterruptedException {
        return answer(new StatelessRequest(1, method, params(params, true), this::hear));
    }

    /** The same from a session of the era that begins with {@code initialize}. */
    JsonNode ask(ClientSession session, String method, String params) throws ProtocolError, InterruptedException {
        return answer(new StatelessRequest(
                Principal.LOCAL, 1, method, params(params, false), this::hear, Optional.of(session)));
    }

    JsonNode call(ToolName tool, String arguments, String more) throws ProtocolError, InterruptedException {
        Map<String, Object> params = params("'name':'" + tool.word() + "'" + more, true);
        params.put("arguments", JSON.readValue(arguments, new TypeReference<Map<String, Object>>() {}));
        return answer(new StatelessRequest(1, "tools/call", params, this::hear));
    }

    ProtocolError refusal(String method, String params) {
        return catchThrowableOfType(ProtocolError.class, () -> ask(method, params));
    }

    JsonNode next() throws InterruptedException {
        return Optional.ofNullable(told.poll(30, TimeUnit.SECONDS)).orElseThrow();
    }

    void hear(String method, Map<String, Object> params) {
        told.add(JSON.readTree(JSON.writeValueAsString(Map.of("method", method, "params", params))));
    }

    private JsonNode answer(StatelessRequest request) throws ProtocolError, InterruptedException {
        return JSON.readTree(JSON.writeValueAsString(face.handle(request)));
    }

    private Map<String, Object> params(String params, boolean modern) {
        String meta = modern ? "'_meta':{'io.modelcontextprotocol/clientCapabilities':" + capabilities + "}" : "";
        String json = "{" + meta + (meta.isEmpty() || params.isEmpty() ? "" : ",") + params + "}";
        return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
    }
}
