package dev.wanvideo.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server process and both its pipes, with no client library between. Closing it ends the process in any case and
 * fails when stdout carried anything but JSON-RPC or any word of the server leaked what {@link LeakScan} looks for.
 */
final class RawPipe implements AutoCloseable {
    /** Long enough for a loaded machine; nothing waits this long when all is well. */
    static final Duration LIMIT = Duration.ofSeconds(120);

    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Inbox inbox = new Inbox();
    private final StringBuffer errors = new StringBuffer();
    private final List<Thread> readers = new ArrayList<>();
    private final LeakScan scan;
    private final Process process;

    private RawPipe(Process process, LeakScan scan) {
        this.process = process;
        this.scan = scan;
        read(process.inputReader(StandardCharsets.UTF_8), inbox::take, inbox::end);
        read(
                process.errorReader(StandardCharsets.UTF_8),
                line -> errors.append(line).append('\n'),
                () -> {});
    }

    /** Starts a server with no word said yet. */
    static RawPipe start(Premises premises) {
        return start(premises, Product.command());
    }

    /** Starts a server by this command with no word said yet. */
    static RawPipe start(Premises premises, List<String> command) {
        try {
            Files.createDirectories(premises.root());
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(premises.root().toFile());
            builder.environment().clear();
            builder.environment().putAll(premises.environment());
            return new RawPipe(builder.start(), new LeakScan(premises.given(), premises.films()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            OutputStream in = process.getOutputStream();
            synchronized (in) {
                in.write(bytes);
                in.flush();
            }
            return this;
        } catch (IOException e) {
            throw new AssertionError("the server no longer reads; stderr:\n" + errors, e);
        }
    }

    /** Sends a request and returns its id, without waiting. */
    String request(String method, Map<String, ?> params) {
        return request(lastId.incrementAndGet(), method, params);
    }

    private String request(int id, String method, Map<String, ?> params) {
        JsonNode message = json.valueToTree(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        allow(message.path("params"));
        send(json.writeValueAsString(message));
        return String.valueOf(id);
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
            throw new AssertionError(e.getMessage() + "; stderr:\n" + errors, e);
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
        try {
            process.getOutputStream().close();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the process is gone and all it wrote is read; returns its exit code. */
    int awaitExit() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not exit; stderr:\n" + errors);
            }
            for (Thread reader : readers) {
                reader.join(LIMIT.toMillis());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the server's end", e);
        }
    }

    /** Ends the process at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it wrote to stderr so far. */
    String errors() {
        return errors.toString();
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
        errors.toString().lines().forEach(line -> faults.addAll(scan.hits(line)));
        if (!faults.isEmpty()) {
            throw new AssertionError("the server said what it should not:\n" + String.join("\n", faults));
        }
    }

    private void allow(JsonNode node) {
        if (node.isString()) {
            scan.allow(node.stringValue());
        }
        node.forEach(this::allow);
    }

    private void read(BufferedReader lines, Consumer<String> reader, Runnable atEnd) {
        Thread thread = new Thread(
                () -> {
                    try (BufferedReader open = lines) {
                        open.lines().forEach(reader);
                    } catch (IOException | UncheckedIOException e) {
                        errors.append("[the pipe broke]\n");
                    } finally {
                        atEnd.run();
                    }
                },
                "pipe of " + process.pid());
        thread.setDaemon(true);
        thread.start();
        readers.add(thread);
    }
}
