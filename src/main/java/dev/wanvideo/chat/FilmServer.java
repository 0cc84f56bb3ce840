package dev.wanvideo.chat;

import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpTextResourceContents;
import dev.langchain4j.mcp.client.progress.McpProgressNotification;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The server that makes the films: a process of its own, spoken to over its pipes as any client would. */
final class FilmServer implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);
    /** Longer than the server lets any call wait. */
    private static final Duration CALL = Duration.ofSeconds(90);

    private final ServerStart start;
    private final Screen screen;
    private final List<Path> roots;
    private volatile CancellableTransport transport;
    private McpClient client;

    FilmServer(ServerStart start, Screen screen) {
        this.start = start;
        this.screen = screen;
        this.roots = new ArrayList<>(start.mediaRoots());
        this.transport = transport();
        this.client = connect(transport);
    }

    McpClient client() {
        return client;
    }

    /** What the server tells every client about itself, and its guide. */
    String manual() {
        String guide = client.readResource(start.guide()).contents().stream()
                .filter(McpTextResourceContents.class::isInstance)
                .map(contents -> ((McpTextResourceContents) contents).text())
                .collect(Collectors.joining("\n"));
        String instructions = client.instructions();
        return (instructions == null ? "" : instructions + "\n\n") + guide;
    }

    /** Ends the calls in flight; what was ordered goes on. */
    void cancelCalls() {
        transport.cancelCalls("The person stopped this turn.");
    }

    /** Starts the server anew with these files among those it may read, when one is not. */
    void allow(List<Path> files) {
        List<Path> outside = files.stream().filter(file -> !allowed(file)).toList();
        outside.forEach(file -> screen.note(words(file)));
        List<Path> fresh = outside.stream().filter(FilmServer::canBeNamed).toList();
        if (!fresh.isEmpty()) {
            roots.addAll(fresh);
            close();
            transport = transport();
            client = connect(transport);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            // The process ends with its pipes anyway.
            screen.note("The server did not end in order.");
        }
    }

    private static String words(Path file) {
        return canBeNamed(file)
                ? file + " lies outside the allowed folders; in this chat this one file may be read."
                : file + " cannot be allowed, since its path holds a \"" + File.pathSeparator + "\": rename it.";
    }

    private static boolean canBeNamed(Path file) {
        return !file.toString().contains(File.pathSeparator);
    }

    private boolean allowed(Path file) {
        Path real = real(file);
        return roots.stream().map(FilmServer::real).anyMatch(real::startsWith);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private CancellableTransport transport() {
        String folders = roots.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new CancellableTransport(StdioMcpTransport.builder()
                .command(start.command())
                .environment(Map.of(start.rootsVariable(), folders))
                .build());
    }

    private McpClient connect(CancellableTransport pipes) {
        try {
            return client(pipes);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The server does not start: wan-video-mcp doctor says why.", e);
        }
    }

    private McpClient client(CancellableTransport pipes) {
        return DefaultMcpClient.builder()
                .transport(pipes)
                .clientName("wan-video-mcp-chat")
                .clientVersion(start.version())
                .initializationTimeout(START)
                .toolExecutionTimeout(CALL)
                .autoHealthCheck(false)
                .progressHandler(this::progress)
                .build();
    }

    private void progress(McpProgressNotification step) {
        screen.progress((int) step.progress(), step.message() == null ? "" : step.message());
    }
}
