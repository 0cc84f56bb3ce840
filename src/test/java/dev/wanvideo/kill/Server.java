package dev.wanvideo.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server process that can be killed, frozen and thawed, with its pipes. */
final class Server {
    private final JsonMapper json = new JsonMapper();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> opened;
    private final Process process;
    private volatile Optional<String> name = Optional.empty();
    private volatile boolean frozen;
    private volatile boolean struck;

    private Server(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "server " + process.pid());
        reader.setDaemon(true);
        reader.start();
        request("initialize", Map.of("protocolVersion", "2025-11-25", "capabilities", Map.of(), "clientInfo", me()));
        send(Map.of("jsonrpc", "2.0", "method", "notifications/initialized"));
        opened = call("list_tasks", Map.of("limit", 1));
    }

    /**
     * Starts a server, which opens its store by itself.
     *
     * @param more settings beside its folders
     */
    static Server start(KillOrder order, Map<String, String> more, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + order.temp(),
                        "-jar",
                        order.jar().toString())
                .directory(order.folder().toFile())
                .redirectError(log.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""),
                        "HOME", order.folder().toString(),
                        "WAN_VIDEO_HOME", order.home().toString(),
                        "WAN_VIDEO_OUTPUT_DIR", order.films().toString(),
                        "WAN_VIDEO_MEDIA_ROOTS", order.pictures().toString()));
        builder.environment().putAll(more);
        return new Server(builder.start());
    }

    /** The result of a tool call; ends exceptionally when the server goes away first. */
    CompletableFuture<JsonNode> call(String tool, Map<String, ?> arguments) {
        return request("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** Whether its store is open. */
    boolean open() {
        return opened.isDone() && !opened.isCompletedExceptionally();
    }

    /** What it calls itself in the database, once it has been seen there. */
    Optional<String> name() {
        return name;
    }

    void named(String found) {
        name = Optional.of(found);
    }

    boolean is(Look look) {
        return look.owner().isPresent() && look.owner().equals(name);
    }

    /** Neither dead nor frozen. */
    boolean live() {
        return !frozen && !struck && process.isAlive();
    }

    /** Whether it ended though nobody had it end. */
    boolean diedByItself() {
        return !struck && !process.isAlive();
    }

    /** SIGKILL; returns at once. */
    void kill() {
        struck = true;
        process.destroyForcibly();
    }

    void awaitDeath() throws InterruptedException {
        process.waitFor();
    }

    /** SIGSTOP; returns when it stands still. */
    void freeze() {
        frozen = true;
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
        frozen = false;
    }

    /** Ends its input, as a client that goes away does; whether it was gone in time. */
    boolean leave(long seconds) throws InterruptedException {
        struck = true;
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            return !process.isAlive();
        }
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void signal(String signal) {
        try {
            int exit = new ProcessBuilder(List.of("kill", signal, String.valueOf(process.pid())))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("kill " + signal + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at kill " + signal, e);
        }
    }

    private static Map<String, String> me() {
        return Map.of("name", "kill-run", "version", "1");
    }

    private CompletableFuture<JsonNode> request(String method, Map<String, ?> params) {
        String id = String.valueOf(lastId.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
        return answer;
    }

    private void send(Map<String, ?> message) {
        byte[] line = (json.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (process) {
                process.getOutputStream().write(line);
                process.getOutputStream().flush();
            }
        } catch (IOException e) {
            gone();
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(this::take);
        } catch (IOException | UncheckedIOException e) {
            // The pipe of a killed process may break anywhere.
        } finally {
            gone();
        }
    }

    private void take(String line) {
        if (!line.endsWith("}")) {
            return; // cut off by the kill
        }
        JsonNode message = json.readTree(line);
        CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asString(""));
        if (answer != null) {
            answer.complete(message.path("result"));
        }
    }

    private void gone() {
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("the server is gone")));
    }
}
