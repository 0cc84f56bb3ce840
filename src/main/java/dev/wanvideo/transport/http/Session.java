package dev.wanvideo.transport.http;

import dev.wanvideo.access.Principal;
import dev.wanvideo.transport.ClientSession;
import dev.wanvideo.transport.JsonText;
import dev.wanvideo.transport.SessionEnd;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One client that began with {@code initialize}. */
final class Session implements ClientSession {

    /** From this version on clients know an event without data, whose id alone counts. */
    private static final String PRIMED_SINCE = "2025-11-25";

    private static final long RETRY_MILLIS = 1000;

    private final Principal owner;
    private final String version;
    private final McpStreamableServerSession sdk;
    private final McpJsonMapper json;
    private final EventLog log = new EventLog();
    private final EventStream standing = log.open();
    private final Map<String, HttpCall> calls = new ConcurrentHashMap<>();
    private final SessionEnd atEnd = new SessionEnd();
    private volatile long usedAt;

    /** @param version of the protocol, as it was agreed on */
    Session(Principal owner, String version, McpStreamableServerSession sdk, McpJsonMapper json, long now) {
        this.owner = owner;
        this.version = version;
        this.sdk = sdk;
        this.json = json;
        this.usedAt = now;
    }

    String id() {
        return sdk.getId();
    }

    Principal owner() {
        return owner;
    }

    McpStreamableServerSession sdk() {
        return sdk;
    }

    EventLog log() {
        return log;
    }

    /** What belongs to no call; it goes where the client listens by GET. */
    EventStream standing() {
        return standing;
    }

    /** Begins a stream to the client. */
    Events stream(Outlet outlet) {
        EventStream stream = log.open();
        connect(stream, outlet);
        return stream;
    }

    /** Has the stream go to this connection. */
    void connect(EventStream stream, Outlet outlet) {
        if (version.compareTo(PRIMED_SINCE) >= 0) {
            stream.goToPrimed(outlet, RETRY_MILLIS);
        } else {
            stream.goTo(outlet);
        }
    }

    /** False when a call with this id is in flight. */
    boolean begin(HttpCall call) {
        return calls.putIfAbsent(call.id(), call) == null;
    }

    void finished(HttpCall call) {
        calls.remove(call.id(), call);
    }

    void cancel(String id) {
        HttpCall call = calls.get(id);
        if (call != null) {
            call.cancel();
        }
    }

    void touch(long now) {
        usedAt = now;
    }

    /** Whether nothing goes on in it; then it may be forgotten some time. */
    boolean rests() {
        return calls.isEmpty() && !standing.isAttached();
    }

    long usedAt() {
        return usedAt;
    }

    /** Told where the client listens, by GET; what nobody listens to waits, as far as it is kept. */
    @Override
    public void tell(String method, Map<String, Object> params) {
        standing.send(JsonText.notification(json, method, params));
    }

    @Override
    public void onEnd(Runnable action) {
        atEnd.add(action);
    }

    /** Ends its calls and its streams. */
    void end() {
        atEnd.run();
        calls.values().forEach(HttpCall::cancel);
        sdk.close();
        standing.end();
    }
}
