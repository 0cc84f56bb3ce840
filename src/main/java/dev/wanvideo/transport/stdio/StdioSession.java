package dev.wanvideo.transport.stdio;

import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.JsonText;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one session of a pair of streams, which ends with them. */
final class StdioSession implements ClientSession {

    private final Outbox outbox;
    private final McpJsonMapper json;
    private final List<Runnable> atEnd = new ArrayList<>();
    private boolean ended;

    StdioSession(Outbox outbox, McpJsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void tell(String method, Map<String, Object> params) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("jsonrpc", "2.0");
        notification.put("method", method);
        notification.put("params", params);
        outbox.send(JsonText.line(json, notification));
    }

    @Override
    public void onEnd(Runnable action) {
        if (!isKept(action)) {
            action.run();
        }
    }

    /** Runs what was to be run at the end. */
    void end() {
        actions().forEach(Runnable::run);
    }

    private synchronized boolean isKept(Runnable action) {
        if (!ended) {
            atEnd.add(action);
        }
        return !ended;
    }

    private synchronized List<Runnable> actions() {
        ended = true;
        return List.copyOf(atEnd);
    }
}
