package dev.wanvideo.app;

import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.RequestWatch;
import dev.wanvideo.transport.http.Room;
import dev.wanvideo.transport.http.StreamableServer;
import dev.wanvideo.web.Health;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves many clients of this machine over HTTP until it is ended. */
@Command(
        name = "http",
        description = "Serves many clients at once over Streamable HTTP at /mcp. Once a token was given out"
                + " (wan-video-mcp token add NAME) or an authorization server is named (WAN_VIDEO_OAUTH_ISSUER), it"
                + " asks callers who they are; until then it listens on this machine's loopback alone. Settings come"
                + " from the environment and config.properties.",
        mixinStandardHelpOptions = true)
final class HttpCommand implements Callable<Integer> {
    private static final Duration DRAIN = Duration.ofSeconds(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command is called
    private CommandSpec spec;

    @Option(names = "--port", description = "Where to listen; 0 picks a free port (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--host", description = "On which address; 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--allow-origin",
            description = "Origin of web pages that may use the server, e.g. https://app.example.com; repeatable.")
    private Set<String> origins = new HashSet<>();

    @Option(
            names = "--allow-host",
            description = "Name under which clients or a proxy address the server, e.g. films.example.com;"
                    + " repeatable. localhost, 127.0.0.1 and [::1] always may.")
    private Set<String> hosts = new HashSet<>();

    @Override
    public Integer call() throws IOException {
        ServerCore core = new ServerCore(new String[0]);
        try (Callers callers =
                        new Callers(SettingsReader.forProcess(new String[0]).identity());
                StreamableServer server = StreamableServer.start(
                        settings(callers), StdioProcess.prepared(), core::applyStreamable, around())) {
            System.err.println("wan-video-mcp serves MCP at " + server.address());
            untilEnded(() -> {
                server.close(DRAIN);
                core.run();
            });
        } catch (BindException e) {
            core.run();
            throw unusable("Port " + port + " is taken; --port 0 picks a free one.", e);
        } catch (UnknownHostException e) {
            throw unusable("There is no address " + host + "; use --host 127.0.0.1.", e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
        return 0;
    }

    private static StreamableServer.Surroundings around() {
        return new StreamableServer.Surroundings(List.of(new Health().route()), RequestWatch.NONE);
    }

    private HttpSettings settings(Callers callers) {
        Set<String> names =
                hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new HttpSettings(host, port, names, origins, Patience.USUAL, Room.USUAL, callers.identity());
    }

    private ParameterException unusable(String message, Exception cause) {
        return new ParameterException(spec.commandLine(), message, cause);
    }

    /** The process ends by a signal, and this thread with it. */
    private static void untilEnded(Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(end, "shutdown"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
