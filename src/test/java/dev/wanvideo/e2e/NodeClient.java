package dev.wanvideo.e2e;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the TypeScript SDK: a script that takes one command per line and answers each with a line. */
final class NodeClient implements TestClient {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String END = "{\"failed\":\"the client's process ended\"}";

    private final JsonMapper json = new JsonMapper();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final ServerProcess process;

    /** Starts the script; {@code mode} is how it settles on a revision, as its SDK writes it. */
    NodeClient(Npm npm, TappedServer server, String script, Object mode) {
        this(npm, server, script, mode, "");
    }

    /** The same with a user who answers every question so; an empty answer is nobody to be asked. */
    NodeClient(Npm npm, TappedServer server, String script, Object mode, String user) {
        this(npm, server.premises(), script, spawning(server.command(), mode, user));
    }

    /** The same for a server that listens at this address. */
    NodeClient(Npm npm, URI address, Premises premises, String script, Object mode) {
        this(npm, premises, script, Map.of("url", address.toString(), "mode", mode));
    }

    private NodeClient(Npm npm, Premises premises, String script, Map<String, ?> connection) {
        String wanted = json.writeValueAsString(connection);
        String path = npm.folder().resolve(script).toAbsolutePath().toString();
        List<String> start = List.of(npm.node().toString(), path, wanted);
        this.process = ServerProcess.start(start, premises, answers::add, () -> answers.add(END));
    }

    private static Map<String, ?> spawning(List<String> command, Object mode, String user) {
        List<String> arguments = command.subList(1, command.size());
        return Map.of("command", command.get(0), "args", arguments, "mode", mode, "user", user);
    }

    @Override
    public List<String> list() {
        return ask(Map.of("do", "list"))
                .path("tools")
                .valueStream()
                .map(tool -> tool.path("name").asString(""))
                .toList();
    }

    @Override
    public Reply call(String tool, Map<String, ?> arguments) {
        return callWithProgress(tool, arguments).reply();
    }

    @Override
    public Heard callWithProgress(String tool, Map<String, ?> arguments) {
        JsonNode told = ask(Map.of("do", "call", "tool", tool, "arguments", arguments));
        List<Double> progress = told.path("progress")
                .valueStream()
                .map(step -> step.asDouble(-1))
                .toList();
        return new Heard(new Reply(told.path("result")), progress);
    }

    @Override
    public void giveUp(String tool, Map<String, ?> arguments) {
        ask(Map.of("do", "giveUp", "tool", tool, "arguments", arguments));
    }

    @Override
    public void close() {
        try {
            process.closeInput();
            process.awaitExit(LIMIT);
        } finally {
            process.kill();
        }
    }

    private JsonNode ask(Map<String, ?> command) {
        process.send((json.writeValueAsString(command) + "\n").getBytes(StandardCharsets.UTF_8));
        JsonNode answer = json.readTree(next());
        if (answer.has("failed")) {
            throw new AssertionError(command + ": " + answer.path("failed").asString("") + "\n" + process.errors());
        }
        return answer;
    }

    private String next() {
        try {
            String line = answers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no answer from the client; stderr:\n" + process.errors());
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the client", e);
        }
    }
}
