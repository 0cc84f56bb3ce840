package dev.wanvideo.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.sandbox.AcmeProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class SandboxCommandTest {
    private static final int USAGE = 2;

    @TempDir
    Path folder;

    @Test
    void printsWhatToSetServesUntilInterruptedAndEndsWell() throws Exception {
        try (Running running = new Running("--port", "0", "--fault", "acme=unavailable:1x", "--seconds", "acme=1")) {
            String first = running.line();
            assertThat(first).matches("export ACME_BASE_URL=http://127\\.0\\.0\\.1:\\d+/acme ACME_API_KEY=sandbox");
            assertThat(running.line()).isEqualTo("export WAN_VIDEO_ALLOW_HOSTS=127.0.0.1 WAN_VIDEO_POLL_SECONDS=1");
            String base = first.replaceAll(".*BASE_URL=(\\S+).*", "$1");
            assertThat(get(base + "/v1/films")).isEqualTo(503);
            assertThat(get(base + "/v1/films")).isEqualTo(200);
            assertThat(running.end()).isZero();
        }
    }

    @Test
    void printsAnEnvBlockForClients() throws Exception {
        try (Running running = new Running("--port", "0", "--json", "--key", "it's mine")) {
            StringBuilder json = new StringBuilder();
            while (!json.toString().endsWith("\n}\n")) {
                json.append(running.line()).append('\n');
            }
            assertThat(json.toString())
                    .contains("\"env\"")
                    .contains("\"ACME_API_KEY\" : \"it's mine\"")
                    .contains("\"WAN_VIDEO_ALLOW_HOSTS\" : \"127.0.0.1\"");
        }
    }

    @Test
    void quotesAKeyForTheShell() throws Exception {
        try (Running running = new Running("--port", "0", "--key", "it's mine")) {
            assertThat(running.line()).endsWith("ACME_API_KEY='it'\\''s mine'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fault=acme=fire",
                "--fault=nobody=reset",
                "--seconds=soon",
                "--seconds=nobody=soon",
                "--seconds=nobody=5",
                "--seconds=-4",
                "--seconds=Infinity",
                "--films=sharp"
            })
    void aWrongFlagEndsItWithASentence(String flag) {
        StringWriter err = new StringWriter();
        CommandLine line = command(new StringWriter()).setErr(new PrintWriter(err));
        assertThat(execute(line, "--port", "0", flag)).isEqualTo(USAGE);
        assertThat(err.toString()).doesNotContain("Exception").isNotBlank();
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StringWriter err = new StringWriter();
            CommandLine line = command(new StringWriter()).setErr(new PrintWriter(err));
            assertThat(execute(line, "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(USAGE);
            assertThat(err.toString()).contains("Port " + taken.getLocalPort() + " is taken");
        }
    }

    private int execute(CommandLine line, String... args) {
        return line.execute(Stream.concat(Stream.of("--folder", folder.toString()), Stream.of(args))
                .toArray(String[]::new));
    }

    private CommandLine command(Writer out) {
        Catalogue acme = new Catalogue(List.of(new AcmeProvider("acme")));
        return new CommandLine(new SandboxCommand(new PrintWriter(out, true), () -> acme));
    }

    private static int get(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("x-acme-key", "any")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    /** The command at work in a thread of its own. */
    private final class Running implements AutoCloseable {
        private static final int PATIENCE_SECONDS = 60;

        private final BufferedReader output;
        private final CompletableFuture<Integer> code = new CompletableFuture<>();
        private final Thread thread;

        Running(String... args) throws IOException {
            PipedWriter writer = new PipedWriter();
            output = new BufferedReader(new PipedReader(writer, 1 << 16));
            thread = new Thread(() -> code.complete(execute(command(writer), args)), "sandbox-command");
            thread.setDaemon(true);
            thread.start();
        }

        String line() throws IOException {
            return output.readLine();
        }

        int end() throws Exception {
            thread.interrupt();
            return code.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws Exception {
            assertThat(end()).isZero();
        }
    }
}
