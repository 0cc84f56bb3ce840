package dev.wanvideo.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to start the server that every client can use and that keeps both directions of its pipes, one
 * {@link TappedSession} per process: what a client really said is read here and not from its own account.
 */
final class TappedServer {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Premises premises;
    private final Path folder;
    private final Path script;

    TappedServer(Premises premises) {
        this.premises = premises;
        this.folder = premises.root().resolve("tap");
        this.script = folder.resolve("server.sh");
        try {
            Files.createDirectories(folder);
            Files.writeString(script, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Premises premises() {
        return premises;
    }

    /** What starts it. The environment is part of it, so that a client cannot add its own. */
    List<String> command() {
        return List.of("sh", script.toString());
    }

    /** Waits until a client has sent this method. */
    void awaitSaid(String method) {
        await(() -> sessions().stream().anyMatch(session -> session.said(method)), method + " from the client");
    }

    /** Waits until every process is gone and returns what passed through the pipes of each. */
    List<TappedSession> awaitEnds() {
        await(() -> sessions().stream().allMatch(TappedSession::ended), "the end of every server");
        return sessions();
    }

    private List<TappedSession> sessions() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("said."))
                    .map(name -> new TappedSession(folder, name.substring("said.".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files tell nobody that they grew, so this looks again until what it waits for is there. */
    private static void await(BooleanSupplier event, String what) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!event.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private String text() {
        return """
                cd %1$s
                tee said.$$ | {
                  env -i %2$s %3$s 2>errors.$$
                  echo $? >exit.$$
                } | tee heard.$$
                """.formatted(quoted(folder.toString()), variables(), words(Product.command()));
    }

    private String variables() {
        return words(premises.environment().entrySet().stream()
                .map(TappedServer::assignment)
                .toList());
    }

    private static String assignment(Map.Entry<String, String> variable) {
        return variable.getKey() + "=" + variable.getValue();
    }

    private static String words(List<String> words) {
        return words.stream().map(TappedServer::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
