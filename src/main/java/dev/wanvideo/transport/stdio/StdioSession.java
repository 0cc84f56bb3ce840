package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.JsonText;
import dev.wanvideo.transport.SessionEnd;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one session of a pair of streams, which ends with them. */
final class StdioSession implements ClientSession {

    private final Outbox outbox;
    private final McpJsonMapper json;
    private final SessionEnd atEnd = new SessionEnd();
    private volatile @Nullable Map<String, Object> greeting;

    StdioSession(Outbox outbox, McpJsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void tell(String method, Map<String, Object> params) {
        outbox.send(JsonText.notificationLine(json, method, params));
    }

    @Override
    public void onEnd(Runnable action) {
        atEnd.add(action);
    }

    @Override
    public Optional<Map<String, Object>> greeting() {
        return Optional.ofNullable(greeting);
    }

    /** Keeps what the client said in its first {@code initialize}; what cannot be read says nothing. */
    void greet(byte[] initializeParams) {
        try {
            greeting = json.readValue(initializeParams, new TypeRef<>() {});
        } catch (IOException e) {
            greeting = Map.of();
        }
    }

    /** Runs what was to be run at the end. */
    void end() {
        atEnd.run();
    }
}
