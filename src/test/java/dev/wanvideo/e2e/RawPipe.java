package dev.wanvideo.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server at its bare pipes, with no client library between. Closing it ends the process in any case and fails when
 * stdout carried anything but JSON-RPC or any word of the server leaked what {@link LeakScan} looks for.
 */
final class RawPipe implements AutoCloseable {
    /** Long enough for a loaded machine; nothing waits this long when all is well. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Inbox inbox = new Inbox();
    private final LeakScan scan;
    private final ServerProcess process;

    private RawPipe(Premises premises, List<String> command) {
        this.scan = new LeakScan(premises.given(), premises.films());
        this.process = ServerProcess.start(command, premises, inbox::take, inbox::end);
    }

    /** Starts a server with no word said yet. */
    static RawPipe start(Premises premises) {
        return start(premises, Product.command());
    }

    /** Starts a server by this command with no word said yet. */
    static RawPipe start(Premises premises, List<String> command) {
        return new RawPipe(premises, command);
    }

    /** Starts a server and shakes hands. */
    static RawPipe open(Premises premises) {
        return open(premises, Product.command());
    }

    /** Starts a server by this command and shakes hands. */
    static RawPipe open(Premises premises, List<String> command) {
        RawPipe pipe = start(premises, command);
        try {
            pipe.initialize();
            return pipe;
        } catch (Throwable e) {
            pipe.kill();
            throw e;
        }
    }

    /** Shakes hands and returns what the server says of itself. */
    JsonNode initialize() {
        JsonNode answer = answer(request(
                "initialize",
                Map.of(
                        "protocolVersion", "2025-11-25",
                        "capabilities", Map.of(),
                        "clientInfo", Map.of("name", "end-to-end", "version", "1"))));
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return answer;
    }

    /** Sends one line as it is. */
    RawPipe send(String line) {
        return send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are. */
    RawPipe send(byte[] bytes) {
        process.send(bytes);
        return this;
    }

    /** Sends a request and returns its id, without waiting. */
    String request(String method, Map<String, ?> params) {
        return request(lastId.incrementAndGet(), method, params);
    }

    /** Sends a tool call and returns its id, which is its progress token too, without waiting. */
    String requestCall(String tool, Map<String, ?> arguments) {
        int id = lastId.incrementAndGet();
        Map<String, ?> meta = Map.of("progressToken", id);
        return request(id, "tools/call", Map.of("name", tool, "arguments", arguments, "_meta", meta));
    }

    /** Calls a tool and waits for its result. */
    Reply call(String tool, Map<String, ?> arguments) {
        return reply(request("tools/call", Map.of("name", tool, "arguments", arguments)));
    }

    /** Waits for the result of a call. */
    Reply reply(String id) {
        return Reply.in(answer(id));
    }

    /** Waits as a model would, by get_task, until the task is final. */
    Reply waitFor(String taskId) {
        Reply seen;
        do {
            seen = call("get_task", Map.of("task_id", taskId, "wait_seconds", 30));
        } while (!seen.isFinal());
        return seen;
    }

    /** Waits for the answer to a request. */
    JsonNode answer(String id) {
        try {
            return inbox.answer(id, LIMIT);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; stderr:\n" + errors(), e);
        }
    }

    /** Whether an answer to this request has come. */
    boolean answered(String id) {
        return inbox.answered(id);
    }

    /** Waits for the next answer that names no request. */
    JsonNode nextUnaddressed() {
        return inbox.nextUnaddressed(LIMIT);
    }

    /** Waits for the next notification. */
    JsonNode nextNotification() {
        return inbox.nextNotification(LIMIT);
    }

    /** Everything that it said of its own accord so far, in the order in which it was said. */
    List<JsonNode> notifications() {
        return inbox.messages().stream()
                .filter(message -> message.has("method"))
                .toList();
    }

    /** Everything that it said so far. */
    List<JsonNode> messages() {
        return List.copyOf(inbox.messages());
    }

    /** Asks for a sign of life. */
    RawPipe ping() {
        JsonNode answer = answer(request("ping", Map.of()));
        if (!answer.has("result")) {
            throw new AssertionError("ping was answered with " + answer);
        }
        return this;
    }

    /** Ends stdin, as a client that goes away does. */
    RawPipe closeInput() {
        process.closeInput();
        return this;
    }

    /** Waits until the process is gone; returns its exit code. */
    int awaitExit() {
        return process.awaitExit(LIMIT);
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() {
        process.kill();
        awaitExit();
    }

    ProcessHandle handle() {
        return process.handle();
    }

    /** What it wrote to stderr so far. */
    String errors() {
        return process.errors();
    }

    @Override
    public void close() {
        try {
            closeInput();
            awaitExit();
        } finally {
            kill();
        }
        List<String> faults = new ArrayList<>(inbox.strays());
        inbox.messages().forEach(message -> faults.addAll(scan.hits(message)));
        errors().lines().forEach(line -> faults.addAll(scan.hits(line)));
        if (!faults.isEmpty()) {
            throw new AssertionError("the server said what it should not:\n" + String.join("\n", faults));
        }
    }

    private String request(int id, String method, Map<String, ?> params) {
        JsonNode message = json.valueToTree(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        allow(message.path("params"));
        send(json.writeValueAsString(message));
        return String.valueOf(id);
    }

    /** The server may repeat what it was told. */
    private void allow(JsonNode node) {
        if (node.isString()) {
            scan.allow(node.stringValue());
        }
        node.forEach(this::allow);
    }
}
