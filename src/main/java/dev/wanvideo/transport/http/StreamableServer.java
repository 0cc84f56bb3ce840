package dev.wanvideo.transport.http;

import dev.wanvideo.transport.PreparedAnswers;
import dev.wanvideo.transport.SdkCalls;
import dev.wanvideo.transport.StatelessCore;
import dev.wanvideo.transport.StatelessHandler;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves JSON-RPC over Streamable HTTP at {@code /mcp}, both eras on one path.
 *
 * <p>A request comes in at {@link Entrance} and goes to {@link SideDoor}, which knows the {@link Route}s beside, or to
 * {@link FrontDoor}, which asks {@link Porter} whether it may; {@link Posts} tells the eras
 * apart by the body and hands it to {@link LegacyDoor} or {@link ModernDoor}, which answer from prepared bytes or begin
 * an {@link HttpCall} at the {@link CallDesk}; its {@link PostReply} becomes a document or a stream, which {@link
 * ReplyWriter} brings to the client.
 */
public final class StreamableServer implements AutoCloseable {

    private static final Duration SWEEP = Duration.ofMinutes(1);
    /** How long a stream may outlive the token that it came with. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final CallDesk desk;
    private final ReplyWriter writer;
    private final ScheduledExecutorService timer;
    private final Doorkeeper doorkeeper;
    private final SideDoor side;
    private final Listener listener;
    private final String host;

    private StreamableServer(
            HttpSettings settings,
            PreparedAnswers prepared,
            Function<McpStreamableServerTransportProvider, StatelessHandler> core,
            Surroundings around)
            throws IOException {
        host = settings.host();
        timer = Executors.newSingleThreadScheduledExecutor(StreamableServer::daemon);
        sessions = new Sessions(settings.room(), settings.patience().session(), System::nanoTime);
        desk = new CallDesk(settings.room(), settings.patience().quiet(), timer);
        writer = new ReplyWriter(settings.patience().heartbeat(), timer);
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.shared());
        SdkProvider provider = new SdkProvider(sessions::all);
        StatelessCore stateless = new StatelessCore(
                core.apply(provider), json, prepared.stateless().serverInfo());
        LegacyDoor legacy = new LegacyDoor(prepared, sessions, provider, SdkCalls.ofMany(stateless, json), desk, json);
        SessionDoor sessionDoor = new SessionDoor(sessions);
        doorkeeper = new Doorkeeper(settings.identity());
        Posts posts = new Posts(doorkeeper, sessionDoor, legacy, new ModernDoor(prepared, stateless, desk));
        Porter porter = new Porter(settings);
        Bodies bodies =
                new Bodies(settings.room().bodyBytes(), settings.patience().body());
        side = new SideDoor(
                routes(settings, around),
                porter,
                doorkeeper,
                settings.patience().body());
        FrontDoor door = new FrontDoor(porter, doorkeeper, bodies, posts, sessionDoor, side);
        listener = Listener.start(settings, new Entrance(door, new CrossOrigin(porter), writer, around.watch()));
        timer.scheduleWithFixedDelay(doorkeeper::endStreams, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(sessions::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Starts one that listens when this returns.
     *
     * @param core builds the SDK's server on the given provider, and what answers the stateless era, with handlers that
     *     run on the thread that calls them and may be interrupted
     * @param around what is served beside {@code /mcp}, and who is told of requests
     * @throws java.net.BindException when the port is taken
     * @throws IllegalArgumentException when it would be reachable from other machines
     */
    public static StreamableServer start(
            HttpSettings settings,
            PreparedAnswers prepared,
            Function<McpStreamableServerTransportProvider, StatelessHandler> core,
            Surroundings around)
            throws IOException {
        boolean reachable = !InetAddress.getByName(settings.host()).isLoopbackAddress();
        if (reachable && settings.identity().isEmpty()) {
            throw new IllegalArgumentException("The server asks nobody who they are, so that it listens on loopback"
                    + " alone: give out a token first (wan-video-mcp token add NAME) or name an authorization server"
                    + " (WAN_VIDEO_OAUTH_ISSUER), or use 127.0.0.1.");
        }
        if (reachable && settings.allowedHosts().isEmpty()) {
            throw new IllegalArgumentException("Say by which name clients will reach the server, so that it can tell"
                    + " them from others: --allow-host films.example.com, repeatable.");
        }
        return new StreamableServer(settings, prepared, core, around);
    }

    private static List<Route> routes(HttpSettings settings, Surroundings around) {
        return Stream.concat(
                        around.routes().stream(),
                        Doorkeeper.resource(settings.identity()).stream().flatMap(Metadata::routes))
                .toList();
    }

    /** How much goes on at this moment. */
    public Load load() {
        return new Load((int) sessions.all().count(), desk.calls(), desk.listeners());
    }

    /**
     * How much goes on.
     *
     * @param calls that are being answered
     * @param listeners calls that stay open to tell of changes
     */
    public record Load(int sessions, int calls, int listeners) {}

    /**
     * What is around the one path.
     *
     * @param routes served beside it
     */
    public record Surroundings(List<Route> routes, RequestWatch watch) {

        public static final Surroundings NOTHING = new Surroundings(List.of(), RequestWatch.NONE);

        public Surroundings {
            routes = List.copyOf(routes);
        }
    }

    public int port() {
        return listener.port();
    }

    /** What clients are told to connect to, e.g. {@code http://127.0.0.1:8080/mcp}. */
    public URI address() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + FrontDoor.PATH);
    }

    /** Stops at once, for tests and for those who have waited. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Takes no more connections, lets calls in flight go on for so long, interrupts what is left, and closes the
     * streams when the last answers have gone.
     */
    public void close(Duration patience) {
        listener.takeNoMore();
        try {
            desk.drain(patience);
            sessions.endAll();
            listener.awaitQuiet(writer::isIdle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            timer.shutdownNow();
            side.close();
            doorkeeper.close();
            listener.close();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http-timer");
        thread.setDaemon(true);
        return thread;
    }
}
