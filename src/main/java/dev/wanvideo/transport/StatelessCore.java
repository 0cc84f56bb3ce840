package dev.wanvideo.transport;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Puts calls to the handler of the stateless era, and stamps the results where they are of that era. */
public final class StatelessCore {

    private static final String META = "_meta";
    private static final String RESULT_TYPE = "resultType";

    private final StatelessHandler handler;
    private final McpJsonMapper json;
    private final Object serverInfo;

    /** @param serverInfo who the server is, as JSON */
    public StatelessCore(StatelessHandler handler, McpJsonMapper json, String serverInfo) throws IOException {
        this.handler = handler;
        this.json = json;
        this.serverInfo = json.readValue(serverInfo, Object.class);
    }

    /** Whether the method is served in the era of {@code initialize}, too. */
    public boolean servesBothEras(String method) {
        return handler.servesBothEras(method);
    }

    /** Answers the call before it returns. */
    public void handle(OpenCall call) throws InterruptedException {
        handle(call, Optional.empty(), this::stamped);
    }

    /** The same for the era that knows no stamps, and has sessions. */
    public void handlePlainly(OpenCall call, ClientSession session) throws InterruptedException {
        handle(call, Optional.of(session), result -> result);
    }

    /**
     * Calls a tool; false when the SDK has to.
     *
     * @param client the params of its {@code initialize}
     * @param standing keeps the result if it stands, for the same client
     */
    boolean called(OpenCall call, Map<String, Object> client, StandingAnswers standing) throws InterruptedException {
        StatelessRequest request;
        try {
            request = read(call, Optional.empty());
        } catch (IOException e) {
            return false;
        }
        OptionalLong before = handler.version();
        Optional<Map<String, Object>> result = handler.called(request, client);
        if (result.isPresent()) {
            byte[] text = JsonText.of(json, result.get());
            if (handler.stands(request, result.get())) {
                standing.keep(call.params(), text, before);
            }
            call.answer(text);
        }
        return result.isPresent();
    }

    /** See {@link StatelessHandler#version}. */
    OptionalLong version() {
        return handler.version();
    }

    /** Builds the SDK's server, unless that was done before. */
    public void needSdk() {
        handler.needSdk();
    }

    private void handle(OpenCall call, Optional<ClientSession> session, UnaryOperator<Map<String, Object>> finish)
            throws InterruptedException {
        StatelessRequest request;
        try {
            request = read(call, session);
        } catch (IOException e) {
            call.refuse(Answer.INVALID_PARAMS, "params cannot be read");
            return;
        }
        try {
            call.answer(JsonText.of(json, finish.apply(handler.handle(request))));
        } catch (ProtocolError e) {
            call.refuse(e.code(), JsonText.of(json, e.error()));
        }
    }

    private StatelessRequest read(OpenCall call, Optional<ClientSession> session) throws IOException {
        Map<String, Object> params = json.readValue(call.params(), new TypeRef<>() {});
        Object id = json.readValue(call.id(), Object.class);
        return new StatelessRequest(
                call.principal(), id, call.method(), params, (method, told) -> tell(call, method, told), session);
    }

    private void tell(OpenCall call, String method, Map<String, Object> told) {
        call.tell(JsonText.notificationLine(json, method, told));
    }

    private Map<String, Object> stamped(Map<String, Object> result) {
        Map<String, Object> stamped = new LinkedHashMap<>();
        stamped.put(RESULT_TYPE, "complete");
        stamped.putAll(result);
        Map<Object, Object> meta = new LinkedHashMap<>();
        if (result.get(META) instanceof Map<?, ?> own) {
            meta.putAll(own);
        }
        meta.put("io.modelcontextprotocol/serverInfo", serverInfo);
        stamped.put(META, meta);
        return stamped;
    }
}
