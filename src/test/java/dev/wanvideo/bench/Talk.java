package dev.wanvideo.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A conversation with a stdio server over its pipes. */
final class Talk implements AutoCloseable {
    private static final String INITIALIZE =
            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"bench\",\"version\":\"1\"}}";

    private final Process process;
    private final BufferedReader lines;
    private final OutputStream requests;
    private final long started;
    private int lastId;

    /** Starts the server. */
    Talk(Contestant contestant) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(contestant.command())
                .directory(contestant.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(contestant.environment());
        started = System.nanoTime();
        process = builder.start();
        lines = process.inputReader(StandardCharsets.UTF_8);
        requests = new BufferedOutputStream(process.getOutputStream());
    }

    /** Asks what every client asks first. */
    Talk shakeHands() throws IOException {
        ask("initialize", INITIALIZE);
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        ask("tools/list", "{}");
        return this;
    }

    /** Since the process was spawned. */
    double millis() {
        return (System.nanoTime() - started) / 1e6;
    }

    long pid() {
        return process.pid();
    }

    /** Most memory that was resident so far; 0 where the system does not tell. */
    double peakMib() throws IOException {
        Path status = Path.of("/proc/" + pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The answer to a tool call, as it came. */
    String call(String params) throws IOException {
        return ask("tools/call", params);
    }

    /** Makes so many calls, never more than that many of them unanswered; the seconds it took. */
    double calls(String params, int count, int inFlight) throws IOException {
        long start = System.nanoTime();
        int sent = 0;
        int answered = 0;
        while (answered < count) {
            while (sent < count && sent - answered < inFlight) {
                write("tools/call", params);
                sent++;
            }
            requests.flush();
            String line = next();
            if (line.contains("\"result\"")) {
                answered++;
            } else if (line.contains("\"error\"")) {
                throw new IOException("no result but: " + line);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String ask(String method, String params) throws IOException {
        String id = write(method, params);
        requests.flush();
        String line = next();
        while (!line.contains(id)) {
            line = next();
        }
        if (!line.contains("\"result\"")) {
            throw new IOException("no result but: " + line);
        }
        return line;
    }

    private String next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the server ended without an answer");
        }
        return line;
    }

    private String write(String method, String params) throws IOException {
        String id = "\"id\":" + ++lastId;
        send("{\"jsonrpc\":\"2.0\"," + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
        return id;
    }

    private void send(String line) throws IOException {
        requests.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Ends it as a client does, and by force if it stays. */
    @Override
    public void close() throws IOException {
        requests.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
