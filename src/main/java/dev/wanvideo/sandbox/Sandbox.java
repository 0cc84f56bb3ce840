package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.wanvideo.provider.Catalogue;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A server on loopback that stands in for every provider with an emulated wire, each under {@code /<id>}: strict about
 * requests, with jobs that take time, cost money and yield real films, and with faults on request.
 */
public final class Sandbox implements AutoCloseable {
    private static final int BACKLOG = 1000;

    private final HttpServer server;
    private final Crew crew;
    private final SandboxFolder folder;
    private final SandboxBooks books;
    private final Faults faults;
    private final Map<String, Map<String, String>> environment;

    private Sandbox(HttpServer server, SandboxSettings settings, List<Provider> emulated, Journal journal, Clock clock)
            throws IOException {
        this.server = server;
        this.crew = new Crew(port());
        this.folder = SandboxFolder.of(settings.folder(), port());
        this.books = new SandboxBooks(clock, address().toString());
        this.faults = new Faults(settings.seed(), ids(emulated));
        this.environment = Surroundings.of(emulated, address().toString(), settings);
        Films films = new Films(settings, folder.path(), address().toString(), crew.renderer(), clock);
        Workshop workshop = new Workshop(settings, books, faults, films, crew.timer(), journal, clock);
        Map<String, ProviderDoor> doors = new HashMap<>();
        for (Provider provider : emulated) {
            String id = provider.descriptor().id();
            EmulatedWire wire = provider.emulated().orElseThrow();
            doors.put(id, new ProviderDoor(id, wire, settings, workshop, faults, journal, elsewhere()));
        }
        FileDoor files = new FileDoor(books, faults, films, journal, workshop);
        ControlDoor control =
                new ControlDoor(environment, books, faults, address().toString());
        Sender sender = new Sender(address().toString(), books, crew.calls(), crew.timer());
        server.createContext("/", new FrontDoor(doors, files, control, sender, books));
        server.setExecutor(crew.calls());
    }

    /** Starts one with the providers that were packaged with this program. */
    public static Sandbox start(SandboxSettings settings) throws IOException {
        return start(settings, Catalogue.load(), line -> {});
    }

    /**
     * Starts one with these providers; those without an emulated wire are left out.
     *
     * @param lines takes a line for each job that begins or ends
     * @throws IOException when the port is taken or the folder cannot be written
     * @throws IllegalArgumentException when a pace is set for a provider that is not here
     */
    public static Sandbox start(SandboxSettings settings, Catalogue catalogue, Consumer<String> lines)
            throws IOException {
        return start(settings, catalogue, lines, Clock.systemUTC());
    }

    static Sandbox start(SandboxSettings settings, Catalogue catalogue, Consumer<String> lines, Clock clock)
            throws IOException {
        prepareServer();
        List<Provider> emulated = catalogue.all().stream()
                .filter(provider -> provider.emulated().isPresent())
                .toList();
        checkPaces(settings, ids(emulated));
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, settings.port()), BACKLOG);
        try {
            Sandbox sandbox = new Sandbox(server, settings, emulated, new Journal(lines), clock);
            server.start();
            return sandbox;
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
    }

    /** Which port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where it is, e.g. {@code http://127.0.0.1:8099}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What precedes the paths of a provider's API. */
    public URI address(String provider) {
        return URI.create(address() + "/" + provider);
    }

    /** What was accepted and billed. */
    public SandboxBooks books() {
        return books;
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** The environment variables that point a server here, by provider. */
    public Map<String, Map<String, String>> environment() {
        return environment;
    }

    @Override
    public void close() {
        server.stop(0);
        crew.close();
        folder.delete();
    }

    private String elsewhere() {
        return "http://localhost:" + port() + FrontDoor.ELSEWHERE;
    }

    private static void checkPaces(SandboxSettings settings, Set<String> ids) {
        for (String provider : settings.paces().keySet()) {
            if (!ids.contains(provider)) {
                throw new IllegalArgumentException("there is no provider " + provider + " here; there are "
                        + String.join(", ", ids.stream().sorted().toList()));
            }
        }
    }

    private static Set<String> ids(List<Provider> emulated) {
        return emulated.stream().map(p -> p.descriptor().id()).collect(Collectors.toSet());
    }

    /** The JDK's server reads these once: without them it delays small answers and drops connections that rest. */
    private static void prepareServer() {
        Map.of(
                        "sun.net.httpserver.nodelay", "true",
                        "sun.net.httpserver.maxIdleConnections", "2000",
                        "sun.net.httpserver.idleInterval", "600")
                .forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    }
}
