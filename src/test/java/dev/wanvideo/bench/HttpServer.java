package dev.wanvideo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server over HTTP as a process of its own, which says where it listens. */
record HttpServer(Process process, URI address) implements AutoCloseable {
    static HttpServer start(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            int at = line.indexOf("http://");
            if (at >= 0) {
                Thread rest = new Thread(() -> told.lines().forEach(unused -> {}), "output");
                rest.setDaemon(true);
                rest.start();
                return new HttpServer(process, URI.create(line.substring(at).strip()));
            }
        }
        throw new IOException("the server ended before it listened: " + command);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
