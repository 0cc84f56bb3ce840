package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.JsonText;
import dev.wanvideo.transport.SessionEnd;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.util.Map;

/** The one session of a pair of streams, which ends with them. */
final class StdioSession implements ClientSession {

    private final Outbox outbox;
    private final McpJsonMapper json;
    private final SessionEnd atEnd = new SessionEnd();

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

    /** Runs what was to be run at the end. */
    void end() {
        atEnd.run();
    }
}
