package dev.wanvideo.app;

import dev.wanvideo.access.Identity;
import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.Room;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--metrics-port",
            description =
                    "Where Prometheus asks for /metrics, and probes for /healthz and /readyz; 0 picks a free port."
                            + " Without it there are no metrics.")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--metrics-host",
            description =
                    "On which address (default: ${DEFAULT-VALUE}); beyond loopback WAN_VIDEO_METRICS_TOKEN must be"
                            + " set.")
    private String metricsHost = "127.0.0.1";

    @Option(
            names = "--shutdown-delay",
            description = "How many seconds /readyz says no before the port is closed, so that a load balancer turns"
                    + " away in time (default: ${DEFAULT-VALUE}).")
    private int shutdownDelay;

    @Override
    public Integer call() throws IOException {
        Settings settings = SettingsReader.forProcess(new String[0]);
        Logging.configure(settings);
        settings.problems().forEach(problem -> Logging.say(settings, problem));
        try (Callers callers = new Callers(settings.identity());
                HttpService service = new HttpService(settings, metricsPort != null)) {
            Optional<Identity> identity = identity(callers);
            serveOperators(service, settings, identity);
            serveClients(service, settings, identity);
            Logging.say(settings, "wan-video-mcp serves MCP at " + service.address());
            untilEnded(() -> end(service));
        }
        return 0;
    }

    private void serveClients(HttpService service, Settings settings, Optional<Identity> identity) throws IOException {
        try {
            service.serve(where(settings, identity));
        } catch (BindException e) {
            throw unusable("Port " + port + " is taken; --port 0 picks a free one.", e);
        } catch (UnknownHostException e) {
            throw unusable("There is no address " + host + "; use --host 127.0.0.1.", e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private void serveOperators(HttpService service, Settings settings, Optional<Identity> identity)
            throws IOException {
        if (metricsPort == null) {
            return;
        }
        HttpSettings where =
                new HttpSettings(metricsHost, metricsPort, names(), Set.of(), Patience.USUAL, Room.USUAL, identity);
        try {
            service.serveOperators(where, settings.network().serving().metricsToken());
            Logging.say(settings, "wan-video-mcp tells operators at port " + service.operatorsPort());
        } catch (BindException e) {
            throw unusable("Port " + metricsPort + " is taken; --metrics-port 0 picks a free one.", e);
        } catch (UnknownHostException e) {
            throw unusable("There is no address " + metricsHost + "; use --metrics-host 127.0.0.1.", e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    private void end(HttpService service) {
        service.drain();
        try {
            TimeUnit.SECONDS.sleep(shutdownDelay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        service.close();
    }

    private HttpSettings where(Settings settings, Optional<Identity> identity) {
        Stream<String> ours = settings.network().serving().publicUrl().map(URI::getHost).stream();
        Set<String> names = Stream.concat(names().stream(), ours)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new HttpSettings(host, port, names, origins, Patience.USUAL, Room.USUAL, identity);
    }

    private Set<String> names() {
        return hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private Optional<Identity> identity(Callers callers) {
        try {
            return callers.identity();
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
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
