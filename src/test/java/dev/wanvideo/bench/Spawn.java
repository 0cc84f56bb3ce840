package dev.wanvideo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One start of a stdio server.
 *
 * @param millis from spawn until the answer to {@code tools/list} was read
 * @param peakMib most memory that was resident until then; 0 where the system does not tell
 */
record Spawn(double millis, double peakMib) {
    private static final List<String> HANDSHAKE = List.of("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"bench","version":"1"}}}
            """, """
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """);

    /** Starts a server, asks for its tools as a client does, and ends it. */
    static Spawn of(List<String> command, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
                OutputStream requests = process.getOutputStream()) {
            for (String request : HANDSHAKE) {
                ask(request, requests, answers);
            }
            double millis = (System.nanoTime() - start) / 1e6;
            return new Spawn(millis, peakMib(process.pid()));
        } finally {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void ask(String request, OutputStream requests, BufferedReader answers) throws IOException {
        requests.write(request.getBytes(StandardCharsets.UTF_8));
        requests.flush();
        String answer = answers.readLine();
        if (answer == null || !answer.contains("\"result\"")) {
            throw new IOException("no result but: " + answer);
        }
    }

    private static double peakMib(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
