package dev.wanvideo.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.transport.Asleep;
import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that writes raw bytes to a server in this process and reads what it wrote, write by write. */
final class Wire implements AutoCloseable {

    static final String TOOLS = "[{\"name\":\"echo\",\"inputSchema\":{\"type\":\"object\"}}]";

    /** What each request of the stateless era brings along. */
    static final String META = "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
            + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"raw\",\"version\":\"1\"},"
            + "\"io.modelcontextprotocol/clientCapabilities\":{}";

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final OutputStream toServer;
    private volatile boolean broken;

    Wire(Function<McpServerTransportProvider, StatelessHandler> core) {
        this(core, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    Wire(Function<McpServerTransportProvider, StatelessHandler> core, Duration drain) {
        this(core, () -> false, drain);
    }

    Wire(Function<McpServerTransportProvider, StatelessHandler> core, Asleep asleep, Duration drain) {
        InputStream fromClient;
        try {
            Pipe pipe = Pipe.open();
            toServer = Channels.newOutputStream(pipe.sink());
            fromClient = Channels.newInputStream(pipe.source());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        StdioServer server = new StdioServer(fromClient, new Writes(), prepared(), core, asleep, () -> {}, drain);
        Thread thread = new Thread(() -> {
            server.run();
            ended.countDown();
        });
        thread.setDaemon(true);
        thread.start();
    }

    static PreparedAnswers prepared() {
        String initialize = "{\"protocolVersion\":\"{protocolVersion}\",\n\"capabilities\":{\"tools\":{}},"
                + "\"serverInfo\":{\"name\":\"toy\",\"version\":\"1\"}}\n";
        return new PreparedAnswers(initialize, TOOLS.getBytes(UTF_8));
    }

    Wire send(String... lines) {
        for (String line : lines) {
            send((line + "\n").getBytes(UTF_8));
        }
        return this;
    }

    Wire send(byte[] bytes) {
        try {
            toServer.write(bytes);
            toServer.flush();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    Wire initialize() {
        return initialize("{}");
    }

    Wire initialize(String capabilities) {
        send("{\"jsonrpc\":\"2.0\",\"id\":\"init\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-06-18\",\"capabilities\":" + capabilities
                + ",\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}");
        assertThat(receive().path("id").asString()).isEqualTo("init");
        return send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    /** Sends a request of the stateless era; the params are the members beside {@code _meta}, each behind a comma. */
    Wire modern(Object id, String method, String params) {
        return modern(id, method, META, params);
    }

    Wire modern(Object id, String method, String meta, String params) {
        return send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{\"_meta\":{"
                + meta + "}" + params + "}}");
    }

    Wire modernCall(Object id, String tool, String arguments) {
        return modern(id, "tools/call", ",\"name\":\"" + tool + "\",\"arguments\":" + arguments);
    }

    Wire call(Object id, String tool, String arguments) {
        return send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}");
    }

    Wire cancel(Object id) {
        return send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id
                + ",\"reason\":\"enough\"}}");
    }

    /** The next message, which must be one write that is one line. */
    String receiveLine() {
        byte @Nullable [] message = poll();
        assertThat(message).as("an answer").isNotNull();
        String line = new String(message, UTF_8);
        assertThat(line).endsWith("\n");
        assertThat(line.substring(0, line.length() - 1)).doesNotContain("\n", "\r");
        return line.substring(0, line.length() - 1);
    }

    JsonNode receive() {
        return JsonMapper.shared().readTree(receiveLine());
    }

    /** The next message, which must be an error. */
    void receiveError(String id, int code, String message) {
        String line = receiveLine();
        JsonNode answer = JsonMapper.shared().readTree(line);
        assertThat(line).startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":");
        assertThat(answer.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("error").path("message").asString()).contains(message);
    }

    /** Proves, by the answer to a ping being the next message, that the server lives and owed nothing. */
    void expectQuiet() {
        send("{\"jsonrpc\":\"2.0\",\"id\":\"quiet\",\"method\":\"ping\"}");
        assertThat(receiveLine()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"quiet\",\"result\":{}}");
    }

    void breakOutput() {
        broken = true;
    }

    void endInput() {
        try {
            toServer.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void awaitEnd() {
        try {
            assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the server ended")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean hasEnded() {
        return ended.getCount() == 0;
    }

    void expectNothingMore() {
        assertThat(written).isEmpty();
    }

    /** Whatever was written and not yet received; each must be one line of JSON. */
    List<String> drainLines() {
        List<String> lines = new ArrayList<>();
        while (!written.isEmpty()) {
            String line = receiveLine();
            JsonMapper.shared().readTree(line);
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        endInput();
    }

    private byte @Nullable [] poll() {
        try {
            return written.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps each write apart, so that a message in two writes, or two in one, is seen. */
    private final class Writes extends OutputStream {

        @Override
        public void write(int b) {
            throw new AssertionError("a message is one write");
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (broken) {
                throw new IOException("Broken pipe");
            }
            written.add(Arrays.copyOfRange(bytes, from, from + length));
        }
    }
}
