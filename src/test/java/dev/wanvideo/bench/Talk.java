package dev.wanvideo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A conversation with a server over its pipes, one request at a time. */
final class Talk implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private int lastId;

    /** Starts the server and shakes hands. */
    Talk(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        ask(
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"report\","
                        + "\"version\":\"1\"}}");
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        ask("tools/list", "{}");
    }

    long pid() {
        return process.pid();
    }

    /** The answer to a tool call, as it came. */
    String call(String tool, String arguments) throws IOException {
        return ask("tools/call", "{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}");
    }

    private String ask(String method, String params) throws IOException {
        String id = "\"id\":" + ++lastId;
        send("{\"jsonrpc\":\"2.0\"," + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        String line = lines.readLine();
        while (line != null && !line.contains(id)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the server ended without an answer to " + method);
        }
        return line;
    }

    private void send(String line) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
